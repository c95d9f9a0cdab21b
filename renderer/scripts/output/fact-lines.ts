/** So many lines become facts at a time; more are no facts but a log. */
export const MOST_FACTS = 20;

/** Each line that says something, once, without the space around and the rows of signs of tables. */
export function factLines(text: string): readonly string[] {
  const lines = text
    .split(/\r\n|\r|\n/)
    .map((line) => line.trim().replace(/\s{2,}/g, ' '))
    .filter((line) => /[\p{L}\p{N}]/u.test(line));
  return [...new Set(lines)];
}
