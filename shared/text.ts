/**
 * Sequences that steer a terminal, as a paste from a console carries them: colors and cursor moves (CSI),
 * titles and links (OSC), device strings (DCS, SOS, PM, APC), single shifts, character sets and all other
 * escapes, in 7 and in 8 bits. One that was cut off counts as far as it goes, a string to the end of its line.
 *
 * Linear: each branch starts with its own character, and no payload runs over a character that starts one.
 */
const CONTROL_SEQUENCE = new RegExp(
  [
    String.raw`(?:\x1B\[|\x9B)(?:\[[A-E]|[0-?]*[ -/]*[@-~]?)`,
    String.raw`(?:\x1B\]|\x9D)[^\x07\x1B\x80-\x9F\n]*(?:\x07|\x1B\\|\x9C)?`,
    String.raw`(?:\x1B[PX^_]|[\x90\x98\x9E\x9F])(?:[^\x07\x1B\x80-\x9F]*(?:\x07|\x1B\\|\x9C)|[^\x07\x1B\x80-\x9F\n]*)`,
    // A single shift applies to the next character, which stays; an arrow or function key has a letter.
    String.raw`(?:\x1BO|\x8F)[A-DFHP-S]?|\x1BN|\x8E`,
    String.raw`\x1B(?: [F-N]|[!-/]{1,2}[0-~]|[0-~])?`,
  ].join('|'),
  'g',
);

/**
 * Characters that a person cannot see but that change what a text says or how it is shown:
 * control characters (tab and line feed stay), bidirectional overrides and isolates, zero-width
 * space, soft hyphen, byte-order mark, tag characters. Left alone: the joiners and direction marks
 * that Persian, Arabic, Hebrew and emoji need (U+200C–U+200F).
 */
const HIDDEN_CHARACTERS =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: removing them is the purpose
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u00AD\u200B\u202A-\u202E\u2060-\u2069\uFEFF\u{E0000}-\u{E007F}]/gu;

const BACKSPACE = '\b';

/** Result of cleaning: the text to keep, and how many hidden characters and sequences were taken out. */
export interface CleanedText {
  readonly text: string;
  readonly removed: number;
}

/** A part of a text, in UTF-16 units. */
export interface TextSpan {
  readonly from: number;
  readonly to: number;
}

/**
 * The control sequences of a text, and what a backspace was typed over together with it; in order, not
 * overlapping. For a search that must keep its place in the text; to clean one, use {@link cleanText}.
 */
export function controlSequences(text: string): readonly TextSpan[] {
  const sequences = Array.from(text.matchAll(CONTROL_SEQUENCE), ({ index, 0: sequence }) => ({
    from: index,
    to: index + sequence.length,
  }));
  return text.includes(BACKSPACE) ? withOverstrikes(text, sequences) : sequences;
}

/**
 * Adds each backspace that another character follows, with the character before it: the later one is
 * what a terminal shows. A run of backspaces takes as many characters, up to the start of the line.
 */
function withOverstrikes(text: string, sequences: readonly TextSpan[]): readonly TextSpan[] {
  const gone = new Uint8Array(text.length);
  for (const { from, to } of sequences) gone.fill(1, from, to);
  // Offsets of the characters of this line that are still shown.
  let shown: number[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (gone[at] === 1) continue;
    if (character === '\n') {
      shown = [];
    } else if (character === BACKSPACE) {
      gone[at] = 1;
      const over = shown.pop();
      if (over !== undefined) gone[over] = 1;
      const isPair = over !== undefined && isLowSurrogate(text, over);
      if (isPair) gone[shown.pop() ?? over] = 1;
    } else {
      shown.push(at);
    }
  }
  const spans: TextSpan[] = [];
  for (let at = gone.indexOf(1); at >= 0; ) {
    const end = gone.indexOf(0, at);
    const to = end < 0 ? text.length : end;
    spans.push({ from: at, to });
    at = gone.indexOf(1, to);
  }
  return spans;
}

function isLowSurrogate(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code >= 0xdc00 && code <= 0xdfff;
}

/** The text without these parts of it, which are in order and do not overlap. */
function without(text: string, spans: readonly TextSpan[]): string {
  if (spans.length === 0) return text;
  let kept = '';
  let at = 0;
  for (const { from, to } of spans) {
    kept += text.slice(at, from);
    at = to;
  }
  return kept + text.slice(at);
}

/**
 * Unifies line ends to `\n` and takes out control sequences and hidden characters. What a backspace
 * was typed over goes with it, as on a terminal; every other visible character stays.
 */
export function cleanText(raw: string): CleanedText {
  const unified = raw.replace(/\r\n?/g, '\n');
  const sequences = controlSequences(unified);
  let removed = sequences.length;
  const text = without(unified, sequences).replace(HIDDEN_CHARACTERS, () => {
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
