/** More dictionaries at once find fewer mistakes: each word of any language passes. */
const MOST_LANGUAGES = 3;

/**
 * The dictionaries for the languages of the system, in its order: the very one (`en-GB`), else one of
 * the same language. Without any it is English, which ticket systems are written in.
 */
export function spellCheckLanguages(
  wanted: readonly string[],
  available: readonly string[],
): string[] {
  const found = wanted.flatMap((language) => {
    const [base] = language.split('-');
    const fits =
      available.find((one) => one.toLowerCase() === language.toLowerCase()) ??
      available.find((one) => one === base) ??
      available.find((one) => one.split('-')[0] === base);
    return fits === undefined ? [] : [fits];
  });
  const unique = [...new Set(found)].slice(0, MOST_LANGUAGES);
  if (unique.length > 0) return unique;
  return available.includes('en-US') ? ['en-US'] : [];
}
