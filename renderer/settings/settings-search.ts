/**
 * Whether a setting is what was looked for: each word of the query begins a word of it or, from three
 * letters on, stands somewhere in it. An empty query looks for nothing.
 */
export function isFound(query: string, text: string): boolean {
  const wanted = wordsOf(query);
  if (wanted.length === 0) return false;
  const has = wordsOf(text);
  return wanted.every((word) =>
    has.some((other) => other.startsWith(word) || (word.length > 2 && other.includes(word))),
  );
}

function wordsOf(text: string): string[] {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}
