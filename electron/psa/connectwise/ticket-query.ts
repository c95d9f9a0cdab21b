/** What a technician means by what they typed: one ticket, or words of its summary. */
export interface TicketQuery {
  readonly id: number | null;
  readonly words: readonly string[];
}

const LARGEST_ID = 2_147_483_647;
const MOST_WORDS = 8;

/** A summary has at most 100 characters; longer words find nothing and make the address long. */
const LONGEST_WORD = 50;

/**
 * `48213`, `#48213`, `CW #48213`, `ticket 48213` or a link to a ticket mean that ticket; a number may
 * be a word as well (`Office 365`, `365`).
 */
export function parseTicketQuery(query: string): TicketQuery {
  const text = query.trim();
  const digits =
    /^(?:(?:cw|connectwise|ticket|service ticket)[\s:]*)?#?\s*(\d{1,10})$/i.exec(text)?.[1] ??
    /^https?:\/\/\S*[?&](?:recid|srrecid|srnum)=(\d{1,10})(?!\d)/i.exec(text)?.[1];
  const number = digits === undefined ? 0 : Number.parseInt(digits, 10);
  const id = number > 0 && number <= LARGEST_ID ? number : null;
  return { id, words: /^https?:\/\//i.test(text) ? [] : wordsOf(text) };
}

/**
 * Signs that could end a string, escape or widen it are where words are parted, so that nothing is
 * left that would need quoting: the rules for that differ between servers.
 */
function wordsOf(text: string): readonly string[] {
  return text
    .normalize('NFC')
    .split(/[\s"'`\\*%_[\](){}<>=|&;,\p{C}]+/u)
    .filter((word) => /[\p{L}\p{N}]/u.test(word))
    .slice(0, MOST_WORDS)
    .map((word) => Array.from(word).slice(0, LONGEST_WORD).join(''));
}

/** Open tickets whose summary holds all the words. */
export function openWithWords(words: readonly string[]): string {
  const parts = words.map((word) => `summary contains "${word}"`);
  return ['closedFlag=False', ...parts].join(' AND ');
}

/** Open tickets that a member owns or is assigned to; null where the name could not be quoted safely. */
export function openOfMember(member: string): string | null {
  if (!/^[\p{L}\p{N}@._-]{1,60}$/u.test(member)) return null;
  return `closedFlag=False AND (owner/identifier="${member}" OR resources contains "${member}")`;
}

export const OPEN = 'closedFlag=False';
