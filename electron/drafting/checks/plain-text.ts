import { lineAt } from '../../../shared/notes/note-text.ts';
import type { TextSpan } from '../../../shared/text.ts';
import { cleanText, hiddenCharacterOffsets } from '../../../shared/text.ts';
import { type FoundSecret, REDACTED } from '../../secrets/index.ts';
import { BULLET_WORD_LIMIT, NOTE_CHARACTER_LIMIT, NOTE_WORD_LIMIT } from '../word-limits.ts';
import {
  type Fault,
  type NoteView,
  type PlacedSentence,
  type Rule,
  replaceWith,
  shown,
} from './note-view.ts';
import { foldText, readText, withoutEnd } from './record.ts';

type Groups = readonly (string | undefined)[];

/** Markup that a note does not have, and the plain text in its place: the ticket shows loose characters. */
const MARKUP: readonly (readonly [
  what: string,
  pattern: RegExp,
  replace?: (groups: Groups) => string,
])[] = [
  ['picture', /!\[([^[\]\n]{0,200})\]\([^)[\n]{0,500}\)/g, ([, words = '']) => words],
  [
    'link',
    /(?<!!)\[([^[\]\n]{1,200})\]\((?:<?(https?:\/\/[^\s()<>]{1,500})>?|[^)[\n]{0,500})\)/g,
    ([, words = '', url = words]) => (words === url ? words : `${words} (${url})`),
  ],
  ['link definition', /^[ \t]*\[[^\]\n]{1,100}\]:[ \t]*\S[^\n]{0,500}$/gm],
  ['link', /<(https?:\/\/[^\s<>]{1,500})>/g, ([, url = '']) => url],
  [
    'HTML',
    /<!--[^<\n]{0,500}?-->|<\/?(?:a|abbr|b|big|blockquote|body|br|button|center|code|dd|del|details|div|dl|dt|em|embed|font|form|h[1-6]|head|hr|html|i|iframe|img|input|ins|kbd|label|li|link|mark|meta|object|ol|option|p|pre|q|s|samp|script|select|small|span|strike|strong|style|sub|summary|sup|svg|table|tbody|td|textarea|tfoot|th|thead|title|tr|tt|u|ul|var|video)(?:\s+[a-z-]{1,40}=[^<>\n]{0,500})?\s{0,3}\/?>/gi,
  ],
  ['code block', /^[ \t]*(?:`{3,}|~{3,})[^\n]*$/gm],
  ['rule', /^[ \t]*(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,}|={3,}[ \t]*)$/gm],
  [
    'table',
    /^[ \t]*\|[^\n]*\|[ \t]*$/gm,
    ([row = '']) => row.replace(/^[\s|]+|[\s|]+$/g, '').replace(/\s*\|\s*/g, ', '),
  ],
];

/** S3: no markup that the kind does not have. What a row of the session says so is no markup. */
export function checkMarkup(note: NoteView): Fault[] {
  return MARKUP.flatMap(([what, pattern, replace = () => '']) =>
    unrecorded(note, pattern).map(({ groups, ...place }): Fault => {
      const message = `This ${what} doesn’t show in a ticket. Write it as plain text.`;
      const repair = replaceWith('Make it plain text', place, replace(groups));
      return { ...place, level: 'block', message, repair };
    }),
  );
}

const PLACEHOLDERS: readonly (readonly [Fault['level'], RegExp])[] = [
  [
    'block',
    /\{\{[^{}\n]{0,80}\}\}|[[<](?:(?:insert|enter|fill in|add|your|specify|describe)\b[^\][<>\n]{0,80}|(?:user |first |last |host |client |customer |company |contact )?name)[\]>]|\b(?:TBD|TODO|XXX)\b(?!-)/g,
  ],
  [
    'warn',
    /[[<](?:\.{3}|…|date|time|user|host|client|customer|company|ticket|details?|number|placeholder)[\]>]|\b(?:TBC|FIXME)\b|\blorem ipsum\b|(?<!_)_{4,}(?!_)|(?<!\?)\?{3,}(?!\?)/gi,
  ],
];

/** S4: no placeholder that nobody filled in. */
export function checkPlaceholders(note: NoteView): Fault[] {
  return PLACEHOLDERS.flatMap(([level, pattern]) =>
    unrecorded(note, pattern).map(({ groups: [text = ''], ...place }): Fault => {
      const message = `${shown(text)} is a placeholder. Fill it in or delete it.`;
      return { ...place, level, message, repair: replaceWith('Delete the placeholder', place, '') };
    }),
  );
}

/** Phrases that hardly ever belong in a note. A short list: the rest is for the second reader. */
const UNUSUAL: readonly (readonly [pattern: RegExp, message: string])[] = [
  [
    /\b(?:as an ai\b|language model|i (?:cannot|can’t|can't) assist|based on the (?:provided|given) (?:facts|information))/gi,
    'This sounds like a machine. Say it in your own words.',
  ],
  [
    /\b(?:we guarantee|i promise|will never happen again|user error|stupid(?:ly)?|pebkac)\b/gi,
    'This promises or blames. Say what happened instead.',
  ],
  [
    /\b(?:ignore|disregard) (?:all )?(?:the )?(?:previous|prior|above) instructions\b/gi,
    'This reads like an instruction to a machine. Check where it comes from.',
  ],
];

/** S5: phrases that no row has. */
export function checkPhrases(note: NoteView): Fault[] {
  return UNUSUAL.flatMap(([pattern, message]) =>
    unrecorded(note, pattern).map(({ from, to }): Fault => ({ from, to, level: 'warn', message })),
  );
}

/** More findings of one pattern help nobody. */
const MOST_MATCHES = 50;

/** Places of a pattern that no row of the session has literally; there it is a part of what happened. */
function unrecorded(
  { markdown, record }: NoteView,
  pattern: RegExp,
): (TextSpan & { readonly groups: Groups })[] {
  const found = [];
  for (const groups of markdown.matchAll(pattern)) {
    found.push({ from: groups.index, to: groups.index + groups[0].length, groups });
    if (found.length === MOST_MATCHES) break;
  }
  return found.filter(({ groups: [text] }) => {
    // Signs alone, such as those of a rule, are markup wherever they come from.
    if (!/[\p{L}\p{N}]/u.test(text)) return true;
    const folded = foldText(text).trim();
    const rows = [...record.values()];
    return !rows.some(({ texts }) => texts.some((one) => readText(one).folded.includes(folded)));
  });
}

/** I4: no control, bidirectional or invisible characters, which make a text read differently elsewhere. */
export function checkHiddenCharacters({ markdown, lines }: NoteView): Fault[] {
  if (hiddenCharacterOffsets(markdown).length === 0) return [];
  return lines.flatMap(({ from, to }): Fault[] => {
    const text = markdown.slice(from, to);
    const [first] = hiddenCharacterOffsets(text);
    if (first === undefined) return [];
    const repair = replaceWith('Remove hidden characters', { from, to }, cleanText(text).text);
    const place = { from: from + first, to: from + first + 1 };
    const message = 'This line has hidden characters. Remove them.';
    return [{ ...place, level: 'block', message, repair }];
  });
}

/** S6: the length of the note for the ticket and for its reader. */
export function checkLength({ kind, lines, markdown }: NoteView): Fault[] {
  const place = { from: 0, to: lines[0]?.to ?? 0 };
  const faults: Fault[] = [];
  let words = 0;
  for (const { kind: lineKind, text, from, to } of lines) {
    if (lineKind === 'heading') continue;
    const own = countWords(text);
    words += own;
    if (lineKind !== 'bullet' || own <= BULLET_WORD_LIMIT) continue;
    const message = `This bullet has ${own} words. Split it or shorten it.`;
    faults.push({ from, to, level: 'warn', message });
  }
  if (markdown.length > NOTE_CHARACTER_LIMIT) {
    const message = `The ticket may cut a note over ${NOTE_CHARACTER_LIMIT} characters. Shorten it.`;
    faults.unshift({ ...place, level: 'block', message });
  } else if (words > NOTE_WORD_LIMIT[kind]) {
    const message = `This note has ${words} words. Aim for ${NOTE_WORD_LIMIT[kind]} or fewer.`;
    faults.unshift({ ...place, level: 'warn', message });
  }
  return faults;
}

function countWords(text: string): number {
  return text.match(/\S+/g)?.length ?? 0;
}

/** Shorter sentences may be said twice: "It worked." */
const SHORTEST_REPETITION = 4;

/** S7: no two sentences say the same, except one row under the two headings that want it. */
export function checkRepetition({ sentences }: NoteView): Fault[] {
  const seen = new Map<string, PlacedSentence>();
  return sentences.flatMap((sentence): Fault[] => {
    const key = withoutEnd(sentence.text.toLowerCase());
    const first = seen.get(key);
    if (first === undefined) seen.set(key, sentence);
    if (first === undefined || countWords(key) < SHORTEST_REPETITION) return [];
    const { from, to, section, evidence_ids } = sentence;
    const isSameRow = first.evidence_ids.some((id) => evidence_ids.includes(id));
    if (isSameRow && first.section !== section) return [];
    return [{ from, to, level: 'warn', message: `Line ${first.line} says the same. Keep one.` }];
  });
}

const SECRET_MESSAGES: Readonly<Record<FoundSecret['kind'], (label: string) => string>> = {
  known: (label) => `has ${label}. Remove it.`,
  pattern: (label) => `has what looks like ${label}. Remove it.`,
  // What is near a word such as "password" may be one: a name can look the same.
  doubt: (label) => `may have ${label}. Remove it if it does.`,
};

/** X1: no secret of this session, in whatever encoding. X2: nothing with the shape of one. X3: a question. */
export function checkSecrets(kind: FoundSecret['kind']): Rule {
  return ({ lines, secrets }) =>
    secrets
      .filter((secret) => secret.kind === kind)
      .map(({ from, to, label }): Fault => {
        const line = lineAt(lines, from)?.number ?? 1;
        const message = `Line ${line} ${SECRET_MESSAGES[kind](label)}`;
        const repair = replaceWith('Remove secret', { from, to }, REDACTED);
        return { from, to, level: kind === 'doubt' ? 'warn' : 'block', message, repair };
      });
}
