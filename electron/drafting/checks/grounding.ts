import { foldCase, wholeWords } from '../../../shared/notes/internal-values.ts';
import { NOTE_HEADINGS } from '../../../shared/notes/sections.ts';
import { type TextSpan, type TypedValue, typedValues } from '../../../shared/notes/typed-values.ts';
import { SESSION_EVIDENCE } from '../bundle.ts';
import { isInRows, isSmallCount } from './compare-values.ts';
import { type NoteView, type PlacedSentence, rowsOf } from './note-view.ts';
import { foldText, holdsWhole, type RecordRow, readText } from './record.ts';
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
  const { record, bundle } = note;
  const session = rowsOf(note, [SESSION_EVIDENCE]);
  const persons = personsOf(note);
  return generated(note).flatMap((sentence): Fault[] => {
    const rows = rowsOf(note, sentence.evidence_ids);
    if (rows.length === 0 || isVerbatim(sentence.text, rows)) return [];
    const { text, section } = sentence;
    const fault = (span: TextSpan, level: Fault['level']): Fault => {
      const place = { from: sentence.from + span.from, to: sentence.from + span.to };
      const name = shown(text.slice(span.from, span.to));
      return {
        ...place,
        level,
        message: `${name} isn’t in the facts behind this sentence. Check it.`,
      };
    };
    const values = typedValues(text).flatMap((value): Fault[] => {
      const named = { value, sentence: text };
      if (isInRows(named, rows) || isTier(text, value)) return [];
      const isDoubtful =
        (section === NEXT_STEPS && isPlan(value)) ||
        isWeak(value, text, rows) ||
        isInRows(named, session);
      return [fault(value, isDoubtful ? 'warn' : 'block')];
    });
    const folded = foldText(text);
    const names = [...bundle.names.map(({ name }) => name), ...persons]
      .filter((name) => holdsWhole(folded, foldText(name)) && !isSaid(name, rows))
      .flatMap((name) => wholeWords(foldCase(text), foldCase(name)).slice(0, 1))
      .filter(
        (span) =>
          !values.some(({ from, to }) => isInside(span, from - sentence.from, to - sentence.from)),
      )
      .map((span) => {
        const isElsewhere = [...record].some(
          ([id, row]) => id !== SESSION_EVIDENCE && isSaid(text.slice(span.from, span.to), [row]),
        );
        const isKnownHere = isSaid(text.slice(span.from, span.to), session);
        return fault(span, isElsewhere && !isKnownHere ? 'block' : 'warn');
      });
    return [...values, ...names];
  });
});

/** G3: quoted words are a literal piece of one row. */
export const quotesRule = rule('G3', (note) =>
  generated(note).flatMap((sentence): Fault[] => {
    const rows = rowsOf(note, sentence.evidence_ids);
    if (rows.length === 0 || isVerbatim(sentence.text, rows)) return [];
    return quotations(sentence.text).flatMap((span): Fault[] => {
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

function isInside(span: TextSpan, from: number, to: number): boolean {
  return from <= span.from && span.to <= to;
}

/** Whether a whole sentence is in one of its rows word for word. */
function isVerbatim(text: string, rows: readonly RecordRow[]): boolean {
  return isSaid(text.replace(/[\s.!?:;,]+$/, ''), rows);
}

function isSaid(words: string, rows: readonly RecordRow[]): boolean {
  const folded = foldText(words)
    .trim()
    .replace(/[.,…]+$/, '');
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
function isWeak(value: TypedValue, text: string, rows: readonly RecordRow[]): boolean {
  const others = rows.flatMap((row) => row.texts.flatMap((one) => readText(one).values));
  if (value.kind === 'code') {
    const [, letters] = /^([a-z]+)[1-9]\d?$/.exec(value.key) ?? [];
    if (letters === undefined) return false;
    return !others.some(
      (other) => other.kind === 'code' && /^[a-z]+/.exec(other.key)?.[0] === letters,
    );
  }
  if (value.kind !== 'number' || value.unit !== null || value.ordinal) return false;
  if (!isSmallCount(value.readings[0] ?? 0) || text.charAt(value.to) === '%') return false;
  return !others.some(
    (other) =>
      other.kind === 'number' && other.unit === null && isSmallCount(other.readings[0] ?? 0),
  );
}

/** Two or three words that begin with a capital, as in the contact's name. */
const PERSON = /\p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}'’-]+){1,2}/gu;

/** Names of people as the hand-off fields give them. Other names are not guessed from their spelling. */
function personsOf({ bundle: { hand_off } }: NoteView): string[] {
  const fields = [hand_off.contact, hand_off.affected].filter((field) => field !== null);
  return [...new Set(fields.flatMap((field) => field.match(PERSON) ?? []))];
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
