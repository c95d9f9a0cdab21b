import { LRUCache } from 'lru-cache';
import { foldCase, wholeWords } from '../../../shared/notes/internal-values.ts';
import { NOTE_HEADINGS } from '../../../shared/notes/sections.ts';
import { type TypedValue, typedValues } from '../../../shared/notes/typed-values.ts';
import type { TextSpan } from '../../../shared/text.ts';
import { SESSION_EVIDENCE } from '../bundle.ts';
import { isSmallCount, type Support, sourceOf, supportOf } from './compare-values.ts';
import { type Fault, type NoteView, type PlacedSentence, replaceWith, shown } from './note-view.ts';
import {
  foldText,
  holdsWhole,
  isEqual,
  NAME_WORDINGS,
  type RecordRow,
  readText,
  type SessionRecord,
  withoutEnd,
} from './record.ts';

const NEXT_STEPS: string = NOTE_HEADINGS.escalate[4];

/** G1: each generated sentence cites rows that exist. */
export function checkEvidence(note: NoteView): Fault[] {
  return generated(note).flatMap(({ from, to, evidence_ids }): Fault[] => {
    if (evidence_ids.length > 0 && evidence_ids.every((id) => note.record.has(id))) return [];
    const message =
      evidence_ids.length === 0
        ? 'No fact supports this sentence. Reword it or delete it.'
        : 'A fact behind this sentence is gone. Reword it or delete it.';
    return [{ from, to, level: 'block', message }];
  });
}

/**
 * G2: each typed value of a generated sentence is in the sentence's own rows, as a whole. What only the
 * session's own text has, and what a person may have counted or planned, is a warning.
 */
export function checkValues(note: NoteView): Fault[] {
  const sessionRows = rowsOf(note, [SESSION_EVIDENCE]);
  const session = sourceOf(sessionRows);
  const wordings = rowsOf(note, [NAME_WORDINGS]);
  const names = [...new Set(note.bundle.names.map(({ name }) => foldCase(name.trim())))];
  const record = searchRecord(note.record);
  return generated(note).flatMap((sentence): Fault[] => {
    const { text, section } = sentence;
    const own = rowsOf(note, sentence.evidence_ids);
    if (own.length === 0) return [];
    const rows = [...own, ...wordings];
    const unsupported = unsupportedIn(text, rows);
    if (unsupported === null) return [];
    const { values, people } = unsupported;
    const levelOf = ({ value, support }: Unsupported['values'][number]): Fault['level'] => {
      if (support === 'derived' || supportOf(value, text, session) === 'same') return 'warn';
      if (isSmallCount(value))
        return section !== NEXT_STEPS && sourceOf(rows).values.some(isSmallCount)
          ? 'block'
          : 'warn';
      const isOpen =
        isLoneName(text.slice(value.from, value.to), rows) ||
        (section === NEXT_STEPS && (isPlan(value) || value.kind === 'number'));
      const isTaken = !isPlan(value) && record.hasValue(value);
      return isOpen && !isTaken ? 'warn' : 'block';
    };
    const found = [
      ...values
        .filter(({ value }) => !(section === NEXT_STEPS && isSpelledTime(value)))
        .map((one) => ({ ...one.value, level: levelOf(one) })),
      ...namedHosts(text, names).flatMap((span) => {
        const name = text.slice(span.from, span.to);
        if (isSaid(name, rows) || !(span.isKnown || record.says(name))) return [];
        const isElsewhere = record.says(name) && !isSaid(name, sessionRows);
        return [{ ...span, level: isElsewhere ? ('block' as const) : ('warn' as const) }];
      }),
      ...people
        .filter(({ words }) => words.every(record.isName))
        .map((span) => ({ ...span, level: 'warn' as const })),
    ];
    return found
      .filter((one, index) => !found.slice(0, index).some((other) => isInside(one, other)))
      .map(({ from, to, level }): Fault => {
        const message = `${shown(text.slice(from, to))} isn’t in the facts behind this sentence. Check it.`;
        return { from: sentence.from + from, to: sentence.from + to, level, message };
      });
  });
}

function isInside(one: TextSpan, other: TextSpan): boolean {
  return other.from <= one.from && one.to <= other.to;
}

/** What a sentence has and its rows don't. */
interface Unsupported {
  readonly values: readonly {
    readonly value: TypedValue;
    readonly support: Exclude<Support, 'same'>;
  }[];
  /** `words` are those that must be names for it to be a person. */
  readonly people: readonly (TextSpan & { readonly words: readonly string[] })[];
}

/** What was found in a sentence with these rows. Most sentences of a note are the same as before. */
const held = new LRUCache<
  string,
  { readonly rows: readonly RecordRow[]; readonly found: Unsupported | null }
>({ max: 5_000, maxSize: 2_000_000, sizeCalculation: (_, text) => text.length + 1 });

/** A sentence with more values than this is no sentence; the rest is not compared. */
const MOST_VALUES = 300;

/** Null for a sentence that its rows have word for word. */
function unsupportedIn(text: string, rows: readonly RecordRow[]): Unsupported | null {
  if (rows.some(({ texts }) => texts.includes(text))) return null;
  const known = held.get(text);
  if (known !== undefined && isEqual(known.rows, rows)) {
    return known.found;
  }
  const found = isVerbatim(text, rows)
    ? null
    : { values: unsupportedValues(text, rows), people: unsupportedPeople(text, rows) };
  held.set(text, { rows, found });
  return found;
}

function unsupportedValues(text: string, rows: readonly RecordRow[]): Unsupported['values'] {
  const source = sourceOf(rows);
  return typedValues(text)
    .slice(0, MOST_VALUES)
    .flatMap((value) => {
      const support = isTier(text, value) ? 'same' : supportOf(value, text, source);
      return support === 'same' ? [] : [{ value, support }];
    });
}

/** "Tier 2" names who is to act, and is no figure of the case. */
function isTier(text: string, { kind, from }: TypedValue): boolean {
  return (
    kind === 'number' &&
    /\b(?:tier|level|line)[ -]?$/i.test(text.slice(Math.max(0, from - 8), from))
  );
}

/** A plan may set a day, a number or a time of its own. */
function isPlan(value: TypedValue): boolean {
  if (value.kind === 'number') return value.unit === null || isTime(value);
  return value.kind === 'date' || value.kind === 'weekday' || value.kind === 'time';
}

function isTime(value: TypedValue): boolean {
  const family = value.kind === 'number' ? value.unit?.family : undefined;
  return family === 'time' || family === 'months';
}

/** "In three months": what a plan sets in words is no figure of the case. */
function isSpelledTime(value: TypedValue): boolean {
  return isTime(value) && !/\d/.test(value.key);
}

/** A name in one piece such as `SMBv1` that the rows spell in no other way. */
function isLoneName(text: string, rows: readonly RecordRow[]): boolean {
  const letters = /^([a-z]+)[1-9]\d?$/.exec(foldCase(text))?.[1];
  if (letters === undefined) return false;
  return !sourceOf(rows).values.some(
    ({ kind, key }) => kind === 'code' && /^[a-z]+/.exec(key)?.[0] === letters,
  );
}

/** `RECEPTION-KYO`: capitals with a hyphen. With a digit it is a typed value. */
const HOST = /(?<![\p{L}\p{N}_.-])\p{Lu}{2,}(?:-\p{Lu}{2,})+(?![\p{L}\p{N}_.-])/gu;

/** The first place of each known host or account, and of what is spelled like a host. */
function namedHosts(
  text: string,
  foldedNames: readonly string[],
): (TextSpan & { readonly isKnown: boolean })[] {
  const folded = foldCase(text);
  const known = foldedNames
    .filter((name) => folded.includes(name))
    .flatMap((name) => wholeWords(folded, name).slice(0, 1))
    .map((span) => ({ ...span, isKnown: true }));
  const spelled = Array.from(text.matchAll(HOST), ({ 0: { length }, index }) => ({
    from: index,
    to: index + length,
    isKnown: false,
  }));
  return [...known, ...spelled];
}

const NAME = String.raw`\p{Lu}[\p{L}’'-]*\p{Ll}(?![\p{L}\p{N}_])`;
/** A name after its title, or two words that begin with a capital. */
const PERSON = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(?:(?:Mrs?|Ms|Miss|Dr|Herrn?|Frau|Mme|Sra?)\.? (${NAME})|(${NAME})(?= (${NAME})))`,
  'gu',
);

/**
 * People whom a sentence names and its rows don't: a name with a title, or two words that the record
 * has with a capital alone. Only a question: no spelling makes a name.
 */
function unsupportedPeople(text: string, rows: readonly RecordRow[]): Unsupported['people'] {
  return Array.from(text.matchAll(PERSON)).flatMap((match) => {
    const [found = '', surname, first = '', second = ''] = match.map((group) =>
      group?.replace(/['’]s?$/, ''),
    );
    const name = surname ?? `${first} ${second}`;
    if (isSaid(name, rows)) return [];
    const to = match.index + (surname === undefined ? name : found).length;
    return [{ from: match.index, to, words: surname === undefined ? [first, second] : [] }];
  });
}

/** Looks things up in all rows but the session's own text; each is read the first time it is needed. */
function searchRecord(record: SessionRecord) {
  let read: { readonly rows: readonly RecordRow[]; readonly texts: readonly string[] } | undefined;
  const all = () => {
    read ??= {
      rows: [...record].filter(([id]) => id !== SESSION_EVIDENCE).map(([, row]) => row),
      texts: [...record.values()].flatMap((row) => row.texts),
    };
    return read;
  };
  let keys: ReadonlySet<string> | undefined;
  const names = new Map<string, boolean>();
  const has = (word: string) => all().texts.some((text) => holdsWhole(text, word));
  return {
    says: (name: string) => isSaid(name, all().rows),
    hasValue({ kind, key }: TypedValue): boolean {
      keys ??= new Set(sourceOf(all().rows).values.map((one) => `${one.kind} ${one.key}`));
      return keys.has(`${kind} ${key}`);
    },
    /** Whether the record has a word with a capital alone. */
    isName(word: string): boolean {
      const isName = names.get(word) ?? (has(word) && !has(word.toLowerCase()));
      names.set(word, isName);
      return isName;
    },
  };
}

/** G3: quoted words are a literal piece of one row. */
export function checkQuotations(note: NoteView): Fault[] {
  return generated(note).flatMap((sentence): Fault[] => {
    const { text, evidence_ids } = sentence;
    const spans = quotations(text);
    const rows = spans.length === 0 ? [] : rowsOf(note, evidence_ids);
    if (rows.length === 0 || isVerbatim(text, rows)) return [];
    return spans.flatMap((span): Fault[] => {
      const words = text.slice(span.from + 1, span.to - 1);
      if (isSaid(words, rows)) return [];
      const place = { from: sentence.from + span.from, to: sentence.from + span.to };
      // Two words may be a name of something; three that its rows don't have are a false quotation.
      const isDoubtful =
        words.trim().split(/\s+/).length < 3 || isSaid(words, rowsOf(note, [SESSION_EVIDENCE]));
      const message = 'No fact has exactly these words. Quote word for word, or drop the quotes.';
      const repair = replaceWith('Remove the quotation marks', place, words);
      return [{ ...place, level: isDoubtful ? 'warn' : 'block', message, repair }];
    });
  });
}

function generated({ sentences }: NoteView): PlacedSentence[] {
  return sentences.filter(({ provenance }) => provenance === 'generated');
}

/** The rows that a sentence cites, as far as they exist. */
function rowsOf({ record }: NoteView, ids: readonly string[]): RecordRow[] {
  return ids.flatMap((id) => record.get(id) ?? []);
}

/** Whether a whole sentence is in one of its rows word for word. */
function isVerbatim(text: string, rows: readonly RecordRow[]): boolean {
  return rows.some(({ texts }) => texts.includes(text)) || isSaid(text, rows);
}

function isSaid(words: string, rows: readonly RecordRow[]): boolean {
  const folded = withoutEnd(foldText(words).trim());
  return rows.some(({ texts }) => texts.some((text) => holdsWhole(readText(text).folded, folded)));
}

/** Opening quotation marks and those that may close them. */
const CLOSING: Readonly<Record<string, string>> = {
  '"': '"',
  '“': '”“"',
  '„': '“”',
  '«': '»',
  '»': '«',
  '‘': '’',
};
const LONGEST_QUOTATION = 600;

/** Quotations with their marks. The mark after a digit is an inch, the one in a word an apostrophe. */
function quotations(text: string): TextSpan[] {
  const found: TextSpan[] = [];
  if (!/["“„«»‘]/.test(text)) return found;
  for (let from = 0; from < text.length; from += 1) {
    const closing = CLOSING[text.charAt(from)];
    if (closing === undefined || /[\p{L}\p{N}]/u.test(text.charAt(from - 1))) continue;
    for (let to = from + 1; to < Math.min(text.length, from + LONGEST_QUOTATION); to += 1) {
      const character = text.charAt(to);
      if (CLOSING[character] !== undefined && !closing.includes(character)) break;
      if (!closing.includes(character)) continue;
      if (character === '’' && /\p{L}/u.test(text.charAt(to + 1))) continue;
      if (to > from + 1) found.push({ from, to: to + 1 });
      from = to;
      break;
    }
  }
  return found;
}
