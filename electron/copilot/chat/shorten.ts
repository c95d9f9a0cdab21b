/** What is kept of a text that is cut stands at its beginning more than at its end. */
const BEGINNING = 0.6;

/** The text with its middle left out and a mark in its place, `limit` characters at most. */
export function shorten(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const mark = `\n[… ${text.length - limit} characters or a few more are left out here …]\n`;
  const room = Math.max(0, limit - mark.length);
  const head = Math.floor(room * BEGINNING);
  return `${upTo(text, head)}${mark}${from(text, text.length - (room - head))}`;
}

/** Never half of a character: a pair is kept or left out as a whole. */
function upTo(text: string, end: number): string {
  return text.slice(0, isInsidePair(text, end) ? end - 1 : end);
}

function from(text: string, start: number): string {
  return text.slice(isInsidePair(text, start) ? start + 1 : start);
}

function isInsidePair(text: string, at: number): boolean {
  const before = text.charCodeAt(at - 1);
  const after = text.charCodeAt(at);
  return before >= 0xd800 && before <= 0xdbff && after >= 0xdc00 && after <= 0xdfff;
}
