import { LRUCache } from 'lru-cache';
import { foldCase, wholeWords } from '../../../shared/notes/internal-values.ts';
import { NOTE_HEADINGS } from '../../../shared/notes/sections.ts';
import { type TypedValue, typedValues } from '../../../shared/notes/typed-values.ts';
import type { TextSpan } from '../../../shared/text.ts';
import { SESSION_EVIDENCE } from '../bundle.ts';
import { isSmallCount, type Support, supportOf } from './compare-values.ts';
import { type NoteView, type PlacedSentence, rowsOf } from './note-view.ts';
import {
  foldText,
  holdsWhole,
  NAME_WORDINGS,
  type RecordRow,
  readText,
  withoutEnd,
} from './record.ts';
import { type Fault, replaceWith, rule, shown } from './rule.ts';

const NEXT_STEPS: string = NOTE_HEADINGS.escalate[4];

/** G1: each generated sentence cites rows that exist. */
export const evidenceRule = rule('G1', (note) =>
  generated(note).flatMap((sentence): Fault[] => {
    const { from, to, evidence_ids } = sentence;
    if (evidence_ids.length > 0 && evidence_ids.every((id) => note.record.has(id))) return [];
    const message =
      evidence_ids.length === 0
        ? 'No fact supports this sentence. Reword it or delete it.'
        : 'A fact behind this sentence is gone. Reword it or delete it.';
    return [{ from, to, level: 'block', message }];
  }),
);

/**
 * G2: each typed value of a generated sentence is in the sentence's own rows, as a whole. What only the
 * session's own text has, and what a person may have counted or planned, is a warning.
 */
export const valuesRule = rule('G2', (note) => {
  const session = rowsOf(note, [SESSION_EVIDENCE]);
  const names = [...new Set(note.bundle.names.map(({ name }) => foldCase(name.trim())))];
  const isName = namesOf(note);
  return generated(note).flatMap((sentence): Fault[] => {
    const rows = rowsOf(note, [...sentence.evidence_ids, NAME_WORDINGS]);
    if (rows.length < 2) return [];
    const { text, section } = sentence;
    const fault = (span: TextSpan, level: Fault['level']): Fault => {
      const place = { from: sentence.from + span.from, to: sentence.from + span.to };
      const name = shown(text.slice(span.from, span.to));
      const message = `${name} isn’t in the facts behind this sentence. Check it.`;
      return { ...place, level, message };
    };
    const unsupported = unsupportedIn(text, rows);
    const values = unsupported.values.map(({ value, support }): Fault => {
      const isDoubtful =
        support === 'derived' ||
        (section === NEXT_STEPS && isPlan(value)) ||
        isWeak(value, rows) ||
        supportOf({ value, sentence: text }, session) === 'same';
      return fault(value, isDoubtful ? 'warn' : 'block');
    });
    const unknown = unknownNames(text, names, rows).map((span) => {
      const name = text.slice(span.from, span.to);
      const isElsewhere = [...note.record.values()].some((row) => isSaid(name, [row]));
      return fault(span, isElsewhere && !isSaid(name, session) ? 'block' : 'warn');
    });
    for (const person of unsupported.people) {
      if (person.words.every(isName)) unknown.push(fault(person, 'warn'));
    }
    const isNew = ({ from, to }: TextSpan) =>
      !values.some((other) => other.from <= from && to <= other.to);
    return [...values, ...unknown.filter(isNew)];
  });
});

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
  { readonly rows: readonly RecordRow[]; readonly found: Unsupported }
>({ maxSize: 2_000_000, sizeCalculation: (_, text) => text.length + 200 });

/** A sentence with more values than this is no sentence; the rest is not compared. */
const MOST_VALUES = 300;

function unsupportedIn(text: string, rows: readonly RecordRow[]): Unsupported {
  const known = held.get(text);
  if (known?.rows.length === rows.length && known.rows.every((row, at) => row === rows[at])) {
    return known.found;
  }
  const found = isVerbatim(text, rows)
    ? { values: [], people: [] }
    : { values: unsupportedValues(text, rows), people: unsupportedPeople(text, rows) };
  held.set(text, { rows, found });
  return found;
}

function unsupportedValues(text: string, rows: readonly RecordRow[]): Unsupported['values'] {
  return typedValues(text)
    .slice(0, MOST_VALUES)
    .flatMap((value) => {
      const support = isTier(text, value) ? 'same' : supportOf({ value, sentence: text }, rows);
      return support === 'same' ? [] : [{ value, support }];
    });
}

/** Known hosts and accounts that a sentence names and its rows don't. */
function unknownNames(
  text: string,
  foldedNames: readonly string[],
  rows: readonly RecordRow[],
): TextSpan[] {
  if (foldedNames.length === 0) return [];
  const folded = foldCase(text);
  return foldedNames
    .filter((name) => folded.includes(name) && !isSaid(name, rows))
    .flatMap((name) => wholeWords(folded, name).slice(0, 1));
}

/** G3: quoted words are a literal piece of one row. */
export const quotesRule = rule('G3', (note) =>
  generated(note).flatMap((sentence): Fault[] => {
    const spans = quotations(sentence.text);
    const rows = rowsOf(note, sentence.evidence_ids);
    if (spans.length === 0 || rows.length === 0 || isVerbatim(sentence.text, rows)) return [];
    return spans.flatMap((span): Fault[] => {
      const words = sentence.text.slice(span.from + 1, span.to - 1);
      if (isSaid(words, rows)) return [];
      const place = { from: sentence.from + span.from, to: sentence.from + span.to };
      // Two words may be a name of something; three that nobody wrote are a false quotation.
      const isName = words.trim().split(/\s+/).length < 3;
      return [
        {
          ...place,
          level: isName || isSaid(words, [...note.record.values()]) ? 'warn' : 'block',
          message: 'No fact has exactly these words. Quote word for word, or drop the quotes.',
          repair: replaceWith('Remove the quotation marks', place, words),
        },
      ];
    });
  }),
);

function generated({ sentences }: NoteView): PlacedSentence[] {
  return sentences.filter(({ provenance }) => provenance === 'generated');
}

/** Whether a whole sentence is in one of its rows word for word. */
function isVerbatim(text: string, rows: readonly RecordRow[]): boolean {
  return rows.some(({ texts }) => texts.includes(text)) || isSaid(text, rows);
}

function isSaid(words: string, rows: readonly RecordRow[]): boolean {
  const folded = withoutEnd(foldText(words).trim());
  return rows.some(({ texts }) => texts.some((text) => holdsWhole(readText(text).folded, folded)));
}

/** "Tier 2" names who is to act, and is no figure of the case. */
function isTier(text: string, { kind, from }: TypedValue): boolean {
  return (
    kind === 'number' &&
    /\b(?:tier|level|line)[ -]?$/i.test(text.slice(Math.max(0, from - 8), from))
  );
}

/** A plan may set a day or a number of its own. */
function isPlan({ kind }: TypedValue): boolean {
  return kind === 'number' || kind === 'date' || kind === 'weekday' || kind === 'time';
}

/** A small count that contradicts no other, or a name such as `SMBv1` that the rows spell in no other way. */
function isWeak(value: TypedValue, rows: readonly RecordRow[]): boolean {
  const others = rows.flatMap((row) => row.texts.flatMap((one) => readText(one).values));
  if (value.kind === 'code') {
    const [, letters] = /^([a-z]+)[1-9]\d?$/.exec(value.key) ?? [];
    if (letters === undefined) return false;
    return !others.some(
      (other) => other.kind === 'code' && /^[a-z]+/.exec(other.key)?.[0] === letters,
    );
  }
  return isSmallCount(value) && !others.some(isSmallCount);
}

const NAME = String.raw`\p{Lu}[\p{L}’'-]+`;
/** A name after its title, or two words that begin with a capital. */
const PERSON = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(?:(?:Mrs?|Ms|Miss|Dr|Herrn?|Frau|Mme|Sra?)\.? (${NAME})|(${NAME}) (${NAME}))`,
  'gu',
);

/** Tells which words the record has with a capital alone. */
function namesOf({ record }: NoteView): (word: string) => boolean {
  const known = new Map<string, boolean>();
  const texts = [...record.values()].flatMap((row) => row.texts);
  return (word) => {
    const isKnown = known.get(word);
    if (isKnown !== undefined) return isKnown;
    const has = (wanted: string) => texts.some((text) => holdsWhole(text, wanted));
    const isName = has(word) && !has(word.toLowerCase());
    known.set(word, isName);
    return isName;
  };
}

/**
 * People whom a sentence names and its rows don't: a name with a title, or two words that the record
 * has with a capital alone. Only a question: no spelling makes a name.
 */
function unsupportedPeople(text: string, rows: readonly RecordRow[]): Unsupported['people'] {
  return Array.from(text.matchAll(PERSON)).flatMap((match) => {
    const [found = '', surname, first = '', second = ''] = match.map((group) =>
      group?.replace(/['’]s?$/, ''),
    );
    if (isSaid(surname ?? found, rows)) return [];
    const words = surname === undefined ? [first, second] : [];
    return [{ from: match.index, to: match.index + match[0].length, words }];
  });
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
