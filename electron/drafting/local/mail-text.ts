import { withoutSignatures } from './signature.ts';

const HEADER =
  /^\s*(?:from|to|cc|bcc|sent|date|subject|importance|attachments?|reply-to)\s*:\s*(.*)$/i;
const QUOTE_BEGIN =
  /^\s*(?:-{2,}\s*(?:original message|forwarded message|begin forwarded)|begin forwarded message|_{10,}\s*$|-{2,}.{3,80}-{2,}\s*$|on .{5,200} wrote:\s*$)/i;
const CLOSING =
  '(?:(?:best|kind|kindest|warm|warmest|many|with|very|all the|bye|and|&)\\s+)*(?:regards|wishes|best|thanks|thank you|thank you very much|cheers|greetings|greetz|greets|sincerely|respectfully|br|kr|rgds|brgds|thx|tx|ty|tnx|cu|ciao|mfg|lg|yours(?: truly| sincerely| faithfully)?)';
/** Who signs: names in capitals with what stands between them, a desk or company in brackets. */
const SIGNER =
  "(?:\\s*[,.!&–-]*\\s*(?:\\p{Lu}[\\p{L}.'’-]*|and|of|for|\\([^)]{1,40}\\)|/|&)){0,8}\\s*[.!]?\\s*$";
const SIGN_OFF = new RegExp(
  `^\\s*(?:--\\s*$|(?i:${CLOSING})(?:\\s+(?i:in advance|so much|very much|again|(?:&|and) best wishes|(?:&|and) kind regards))?\\s*[,.!-]*${SIGNER}|(?i:sent from (?:my|outlook|mail)\\b|get outlook for\\b))`,
  'u',
);
/** The same at the end of a line of text: "… by the minute. Cheers, Wim (Pinehollow Cabins)". */
const INLINE_SIGN_OFF = new RegExp(`(?<=[.!?]\\s+)(?i:${CLOSING})\\s*[,!]*${SIGNER}`, 'u');
const BOTTOM_NOTICE =
  /^\s*(?:this (?:e-?mail|message|communication)\b.{0,60}\b(?:confidential|intended|privileged)|confidentiality notice|disclaimer\b|please consider the environment)/i;
const TOP_BANNER =
  /^\s*(?:caution\s*:|\[?external\]?(?:\s*(?:e-?mail|sender|message))?\s*[:\]]|warning: external)/i;
const GREETING_LINE =
  /^\s*(?:(?:hi|hello|hey|dear|good (?:morning|afternoon|evening|day)|greetings|to whom it may concern)(?:\s+[\p{L}.'-]+){0,2}\s*[,!.:–-]?|(?:morning|afternoon|evening|(?:all|team|guys|folks|everyone|help ?desk|support|it)(?=\s*[,!:]))(?:\s+[\p{L}.'-]+)?\s*[,!.:–-]?)\s*$/iu;
const GREETING_START =
  /^\s*(?:(?:hi|hello|hey|dear|good (?:morning|afternoon|evening|day)|greetings)(?:\s+[\p{L}'-]+){0,3}|(?:morning|afternoon|evening|team|all|guys|folks|everyone|help ?desk|support)(?=\s*[,!–-]\s))\s*[,!–-]\s+/iu;
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
    const own = said ? line : line.replace(GREETING_START, '');
    kept.push(own.replace(BULLET, '').replace(INLINE_SIGN_OFF, '').trim());
  }
  if (kept.every((line) => line === '')) return subject.trim() === '' ? [] : [subject.trim()];
  return withoutSignatures(kept);
}

const ANNOUNCES = /\b(?:says?|said|reads?|shows?|showed|this|get|message|error|is)$/i;

/** Joins lines that a mail program broke; a blank line or a short line before a capital ends a sentence. */
export function joinLines(lines: readonly string[]): string[] {
  const SHORT_LINE = 60;
  const joined: string[] = [];
  let current = '';
  for (const line of lines) {
    // "The page says", and below it what it says.
    if (line === '' && ANNOUNCES.test(current)) {
      current = `${current}:`;
      continue;
    }
    const endsHere =
      line === '' ||
      (current.length < SHORT_LINE && !current.endsWith(':') && /^["“(]?[\p{Lu}\d]/u.test(line)) ||
      /[.!?]$/.test(current);
    if (endsHere && current !== '') {
      joined.push(current);
      current = '';
    }
    current = current === '' ? line : `${current} ${line}`;
  }
  return current === '' ? joined : [...joined, current];
}
