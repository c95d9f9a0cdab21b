/** The name that a misspelt one was most likely meant to be: two slips at most, one in a short name. */
export function meantBy(name: string, known: readonly string[]): string | undefined {
  const folded = name.toLowerCase();
  return known.find((candidate) => {
    const slips = Math.min(candidate.length, name.length) < 6 ? 1 : 2;
    return distance(folded, candidate.toLowerCase(), slips) <= slips;
  });
}

/** How many letters have to be put in, taken out or replaced; more than `most` is told as `most + 1`. */
function distance(left: string, right: string, most: number): number {
  if (Math.abs(left.length - right.length) > most) return most + 1;
  let before = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (const [row, letter] of Array.from(left).entries()) {
    const current = [row + 1];
    for (const [column, other] of Array.from(right).entries()) {
      const replaced = (before[column] ?? 0) + (letter === other ? 0 : 1);
      current.push(Math.min(replaced, (before[column + 1] ?? 0) + 1, (current[column] ?? 0) + 1));
    }
    before = current;
  }
  return before.at(-1) ?? 0;
}
