/**
 * Characters that a person cannot see but that change what a text says or how it is shown:
 * control characters (tab and line feed stay), bidirectional overrides and isolates, zero-width
 * space, soft hyphen, byte-order mark, tag characters. Left alone: the joiners and direction marks
 * that Persian, Arabic, Hebrew and emoji need (U+200C–U+200F).
 */
const HIDDEN_CHARACTERS =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: removing them is the purpose
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u00AD\u200B\u202A-\u202E\u2060-\u2069\uFEFF\u{E0000}-\u{E007F}]/gu;

/** Result of cleaning: the text to keep, and how many hidden characters were taken out. */
export interface CleanedText {
  readonly text: string;
  readonly removed: number;
}

/** Unifies line ends to `\n` and takes out hidden characters. Never changes a visible one. */
export function cleanText(raw: string): CleanedText {
  let removed = 0;
  const text = raw.replace(/\r\n?/g, '\n').replace(HIDDEN_CHARACTERS, () => {
    removed += 1;
    return '';
  });
  return { text, removed };
}

/** Offsets (UTF-16 units) of the hidden characters in a text, for a finding that points at them. */
export function hiddenCharacterOffsets(text: string): readonly number[] {
  return Array.from(text.matchAll(HIDDEN_CHARACTERS), (match) => match.index);
}

/** One line: every run of white space becomes one space, ends are trimmed. */
export function singleLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** White space other than a space, and hidden characters: most texts have none, and are looked at no further. */
const NOT_PLAIN =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is the purpose
  /[\u0000-\u001F\u007F-\u00A0\u00AD\u1680\u2000-\u200B\u2028-\u202F\u205F-\u206F\u3000\uFEFF\uDB40]/;

/** One line without hidden characters: {@link cleanText}, then {@link singleLine}. */
export function cleanLine(raw: string): string {
  const isPlain = !NOT_PLAIN.test(raw);
  if (isPlain && !raw.includes('  ') && !raw.startsWith(' ') && !raw.endsWith(' ')) return raw;
  return singleLine(cleanText(raw).text);
}
