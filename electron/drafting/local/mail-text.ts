const HEADER =
  /^\s*(?:from|to|cc|bcc|sent|date|subject|importance|attachments?|reply-to)\s*:\s*(.*)$/i;
const QUOTE_BEGIN =
  /^\s*(?:-{2,}\s*(?:original message|forwarded message|begin forwarded)|begin forwarded message|_{10,}\s*$|on .{5,200} wrote:\s*$)/i;
const SIGN_OFF =
  /^\s*(?:--\s*$|(?:(?:best|kind|kindest|warm|many|with|very)\s+)*(?:regards|wishes|thanks|thank you|cheers|sincerely|respectfully|br|kr|rgds|thx|ty|yours(?: truly| sincerely| faithfully)?)(?:\s+(?:in advance|so much|very much|again))?\s*[,.!-]*(?:\s+[\p{Lu}][\p{L}.'-]*){0,3}\s*$|sent from (?:my|outlook|mail)\b|get outlook for\b)/iu;
const BOTTOM_NOTICE =
  /^\s*(?:this (?:e-?mail|message|communication)\b.{0,60}\b(?:confidential|intended|privileged)|confidentiality notice|disclaimer\b|please consider the environment)/i;
const TOP_BANNER =
  /^\s*(?:caution\s*:|\[?external\]?(?:\s*(?:e-?mail|sender|message))?\s*[:\]]|warning: external)/i;
const GREETING_LINE =
  /^\s*(?:hi|hello|hey|dear|good (?:morning|afternoon|evening|day)|greetings|to whom it may concern)(?:\s+[\p{L}.'-]+){0,2}\s*[,!.:–-]?\s*$/iu;
const GREETING_START =
  /^\s*(?:hi|hello|hey|dear|good (?:morning|afternoon|evening|day)|greetings)(?:\s+[\p{L}'-]+){0,3}\s*[,!–-]\s+/iu;
const BULLET = /^\s*(?:[-*•–]|\d{1,2}[.)])\s+/;

/**
 * What a person wrote themselves in a text pasted from a mail: headers, greeting, quoted mails,
 * signature, banners and legal notices go, list marks too. Of a mail that was only forwarded, the
 * forwarded text stays. Answers lines; an empty list where nothing is left.
 */
export function ownWords(text: string): string[] {
  const lines = text.split('\n');
  const headers = lines.filter((line) => HEADER.test(line)).length >= 2;
  const kept: string[] = [];
  let subject = '';
  for (const line of lines) {
    const header = headers ? line.match(HEADER) : null;
    if (header !== null) {
      if (kept.some((one) => one !== '')) break;
      if (/^\s*subject/i.test(line)) subject = header[1] ?? '';
      continue;
    }
    const said = kept.some((one) => one !== '');
    if (QUOTE_BEGIN.test(line) || SIGN_OFF.test(line) || BOTTOM_NOTICE.test(line)) {
      if (said) break;
      continue;
    }
    if (/^\s*>/.test(line) || TOP_BANNER.test(line)) continue;
    if (!said && GREETING_LINE.test(line)) continue;
    kept.push((said ? line : line.replace(GREETING_START, '')).replace(BULLET, '').trim());
  }
  if (kept.every((line) => line === '')) return subject.trim() === '' ? [] : [subject.trim()];
  return kept;
}

/** Joins lines that a mail program broke; a blank line or a short line before a capital ends a sentence. */
export function joinLines(lines: readonly string[]): string[] {
  const SHORT_LINE = 60;
  const joined: string[] = [];
  let current = '';
  for (const line of lines) {
    const endsHere =
      line === '' ||
      (current.length < SHORT_LINE && /^["“(]?[\p{Lu}\d]/u.test(line)) ||
      /[.!?:]$/.test(current);
    if (endsHere && current !== '') {
      joined.push(current);
      current = '';
    }
    current = current === '' ? line : `${current} ${line}`;
  }
  return current === '' ? joined : [...joined, current];
}
