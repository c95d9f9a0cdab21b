import type { TextSpan } from '../../../shared/text.ts';
import { cleanText, hiddenCharacterOffsets } from '../../../shared/text.ts';
import type { NoteView } from './note-view.ts';
import { foldText, readText } from './record.ts';
import { type Fault, replaceWith, rule, shown } from './rule.ts';

/** Markup that a note does not have: the ticket shows it as loose characters. */
const MARKUP: readonly {
  readonly pattern: RegExp;
  readonly what: string;
  readonly replace: (...groups: readonly (string | undefined)[]) => string;
}[] = [
  {
    pattern: /!\[([^[\]\n]{0,200})\]\([^)[\n]{0,500}\)/g,
    what: 'picture',
    replace: (_, words = '') => words,
  },
  {
    pattern: /(?<!!)\[([^[\]\n]{1,200})\]\((?:<?(https?:\/\/[^\s()<>]{1,500})>?|[^)[\n]{0,500})\)/g,
    what: 'link',
    replace: (_, words = '', url) =>
      url === undefined || words === url ? words : `${words} (${url})`,
  },
  {
    pattern: /^[ \t]*\[[^\]\n]{1,100}\]:[ \t]*\S[^\n]{0,500}$/gm,
    what: 'link definition',
    replace: () => '',
  },
  { pattern: /<(https?:\/\/[^\s<>]{1,500})>/g, what: 'link', replace: (_, url = '') => url },
  {
    pattern:
      /<!--[^<\n]{0,500}?-->|<\/?(?:a|abbr|b|big|blockquote|body|br|button|center|code|dd|del|details|div|dl|dt|em|embed|font|form|h[1-6]|head|hr|html|i|iframe|img|input|ins|kbd|label|li|link|mark|meta|object|ol|option|p|pre|q|s|samp|script|select|small|span|strike|strong|style|sub|summary|sup|svg|table|tbody|td|textarea|tfoot|th|thead|title|tr|tt|u|ul|var|video)(?:\s+[a-z-]{1,40}=[^<>\n]{0,500})?\s{0,3}\/?>/gi,
    what: 'HTML',
    replace: () => '',
  },
  { pattern: /^[ \t]*(?:`{3,}|~{3,})[^\n]*$/gm, what: 'code block', replace: () => '' },
  {
    pattern: /^[ \t]*(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,}|={3,}[ \t]*)$/gm,
    what: 'rule',
    replace: () => '',
  },
  {
    pattern: /^[ \t]*\|[^\n]*\|[ \t]*$/gm,
    what: 'table',
    replace: (row = '') => row.replace(/^[\s|]+|[\s|]+$/g, '').replace(/\s*\|\s*/g, ', '),
  },
];

/** S3: no markup that the kind does not have. What a row of the session says so is no markup. */
export const markupRule = rule('S3', (note) =>
  MARKUP.flatMap(({ pattern, what, replace }) =>
    // A note with this much markup is marked at its first places.
    matches(note.markdown, pattern).flatMap(({ groups, ...place }): Fault[] => {
      if (isOnRecord(note, groups[0] ?? '')) return [];
      const message = `This ${what} doesn’t show in a ticket. Write it as plain text.`;
      const repair = replaceWith('Make it plain text', place, replace(...groups));
      return [{ ...place, level: 'block', message, repair }];
    }),
  ),
);

const EXACT_PLACEHOLDER =
  /\{\{[^{}\n]{0,80}\}\}|[[<](?:(?:insert|enter|fill in|add|your|specify|describe)\b[^\][<>\n]{0,80}|(?:user |first |last |host |client |customer |company |contact )?name)[\]>]|\b(?:TBD|TODO|XXX)\b(?!-)/g;
const LOOSE_PLACEHOLDER =
  /[[<](?:\.{3}|…|date|time|user|host|client|customer|company|ticket|details?|number|placeholder)[\]>]|\b(?:TBC|FIXME)\b|\blorem ipsum\b|(?<!_)_{4,}(?!_)|(?<!\?)\?{3,}(?!\?)/gi;

/** S4: no placeholder that nobody filled in. */
export const placeholdersRule = rule('S4', (note) => [
  ...placeholders(note, EXACT_PLACEHOLDER, 'block'),
  ...placeholders(note, LOOSE_PLACEHOLDER, 'warn'),
]);

function placeholders(note: NoteView, pattern: RegExp, level: Fault['level']): Fault[] {
  return matches(note.markdown, pattern).flatMap(({ groups, ...place }): Fault[] => {
    const text = groups[0] ?? '';
    if (isOnRecord(note, text)) return [];
    const message = `${shown(text)} is a placeholder. Fill it in or delete it.`;
    return [{ ...place, level, message, repair: replaceWith('Delete the placeholder', place, '') }];
  });
}

/** I4: no control, bidirectional or invisible characters, which make a text read differently elsewhere. */
export const hiddenCharactersRule = rule('I4', ({ markdown, lines }) => {
  if (hiddenCharacterOffsets(markdown).length === 0) return [];
  return lines.flatMap(({ from, to }): Fault[] => {
    const text = markdown.slice(from, to);
    const [first] = hiddenCharacterOffsets(text);
    if (first === undefined) return [];
    const place = { from: from + first, to: from + first + 1 };
    const message = 'This line has hidden characters. Remove them.';
    const repair = replaceWith('Remove hidden characters', { from, to }, cleanText(text).text);
    return [{ ...place, level: 'block', message, repair }];
  });
});

/** Phrases that hardly ever belong in a note. A short list: what needs a reader is the second reader's. */
const UNUSUAL: readonly { readonly pattern: RegExp; readonly message: string }[] = [
  {
    pattern:
      /\b(?:as an ai\b|language model|i (?:cannot|can’t|can't) assist|based on the (?:provided|given) (?:facts|information))/gi,
    message: 'This sounds like a machine. Say it in your own words.',
  },
  {
    pattern:
      /\b(?:we guarantee|i promise|will never happen again|user error|stupid(?:ly)?|pebkac)\b/gi,
    message: 'This promises or blames. Say what happened instead.',
  },
  {
    pattern: /\b(?:ignore|disregard) (?:all )?(?:the )?(?:previous|prior|above) instructions\b/gi,
    message: 'This reads like an instruction to a machine. Check where it comes from.',
  },
];

/** S5, R4, R6 and I1 in one: phrases that no row has. */
export const phrasesRule = rule('S5', (note) =>
  UNUSUAL.flatMap(({ pattern, message }) =>
    matches(note.markdown, pattern).flatMap(({ groups, ...place }): Fault[] =>
      isOnRecord(note, groups[0] ?? '') ? [] : [{ ...place, level: 'warn', message }],
    ),
  ),
);

/** More findings of one kind help nobody. */
const MOST_MATCHES = 50;

function matches(
  text: string,
  pattern: RegExp,
): (TextSpan & { readonly groups: readonly (string | undefined)[] })[] {
  const found: (TextSpan & { readonly groups: readonly (string | undefined)[] })[] = [];
  for (const match of text.matchAll(pattern)) {
    found.push({ from: match.index, to: match.index + match[0].length, groups: [...match] });
    if (found.length === MOST_MATCHES) break;
  }
  return found;
}

/** Whether a row of the session has this text literally: then it is a part of what happened. */
function isOnRecord({ record }: NoteView, text: string): boolean {
  const folded = foldText(text).trim();
  for (const { texts } of record.values()) {
    if (texts.some((one) => readText(one).folded.includes(folded))) return true;
  }
  return false;
}
