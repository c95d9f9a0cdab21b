/** Words in double quotation marks, straight or curly; a sign for inches after a number opens none. */
export const QUOTATION = /(?<=^|[\s(])["“„]([^"“”„\n]{1,400})["”“](?![\p{L}\p{N}])/gu;

const STRAY_OPENING = /(?<=^|[\s(])["“„]/gu;

/**
 * A text with each double quotation mark that is never closed made a single one, so that it cannot
 * pair with a mark of the text it is joined to and make a quotation that nobody said.
 */
export function withoutStrayQuotes(text: string): string {
  if (!/["“„]/.test(text)) return text;
  let calmed = '';
  let at = 0;
  for (const quotation of text.matchAll(QUOTATION)) {
    calmed += text.slice(at, quotation.index).replace(STRAY_OPENING, "'") + quotation[0];
    at = quotation.index + quotation[0].length;
  }
  return calmed + text.slice(at).replace(STRAY_OPENING, "'");
}
