import { LRUCache } from 'lru-cache';
import { foldCase } from '../../../shared/notes/internal-values.ts';
import { type TypedValue, typedValues } from '../../../shared/notes/typed-values.ts';
import { cleanText } from '../../../shared/text.ts';
import { allFixes, type InputBundle, SESSION_EVIDENCE } from '../bundle.ts';

/** A row that a sentence may rest on: what is written in it, and when it was. */
export interface RecordRow {
  readonly texts: readonly string[];
  /** Milliseconds since 1970. */
  readonly times: readonly number[];
}

/** The rows of a bundle by their evidence ids. */
export type SessionRecord = ReadonlyMap<string, RecordRow>;

const known = new WeakMap<InputBundle, SessionRecord>();

/** Indexes a bundle once; the same bundle answers the same record. */
export function recordOf(bundle: InputBundle): SessionRecord {
  let record = known.get(bundle);
  if (record === undefined) {
    record = readRecord(bundle);
    known.set(bundle, record);
  }
  return record;
}

function readRecord(bundle: InputBundle): SessionRecord {
  const rows = new Map<string, RecordRow>();
  const add = (
    id: string,
    texts: readonly (string | null)[],
    times: readonly (number | null)[] = [],
  ) => {
    const row = {
      texts: texts.filter((text) => text !== null).filter((text) => text.trim() !== ''),
      times: times.filter((time) => time !== null),
    };
    rows.set(id, sameRow(row));
  };
  for (const fact of bundle.facts) {
    const { text, source_summary, customer_wording, short_wording, created_at } = fact;
    add(fact.evidence_id, [text, source_summary, customer_wording, short_wording], [created_at]);
  }
  for (const fix of allFixes(bundle)) {
    const { title, description, outcome_note, done, customer_done, customer_note } = fix;
    const confidence = `${fix.confidence}%`;
    const texts = [
      title,
      description,
      outcome_note,
      done,
      customer_done,
      customer_note,
      confidence,
    ];
    add(fix.evidence_id, texts, [fix.applied_at, fix.outcome_at]);
  }
  for (const script of bundle.scripts) {
    const parameters = script.parameters.flatMap(({ name, value }) => [name, value]);
    const { name, outcome, customer_outcome, undo } = script;
    add(
      script.evidence_id,
      [name, outcome, customer_outcome, undo, ...parameters],
      [script.ran_at],
    );
  }
  for (const check of bundle.checks) {
    const result = check.result_id === null ? [] : (rows.get(check.result_id)?.texts ?? []);
    add(check.evidence_id, [check.instruction, check.meaning, ...result]);
  }
  const { title, summary, customer_summary, intake, ticket, hand_off } = bundle;
  add(SESSION_EVIDENCE, [
    title,
    summary,
    customer_summary,
    intake,
    ticket,
    bundle.domain,
    ...Object.values(hand_off),
  ]);
  add(
    NAME_WORDINGS,
    bundle.names.map(({ wording }) => wording),
  );
  return rows;
}

/** What known names are called in notes for the customer: any sentence may use these words. */
export const NAME_WORDINGS = 'names';

/** Rows by what they say. A new bundle of a session has the same rows but for one. */
const heldRows = new LRUCache<string, RecordRow>({ max: 5_000 });

function sameRow(row: RecordRow): RecordRow {
  const key = `${row.texts.join('\0')}\0${row.times.join()}`;
  const same = heldRows.get(key);
  if (same === undefined) heldRows.set(key, row);
  return same ?? row;
}

interface ReadText {
  readonly folded: string;
  readonly values: readonly TypedValue[];
}

/** Texts of rows as they were read; a new bundle has the same texts but for one. Counted in characters. */
const held = new LRUCache<string, ReadText>({
  maxSize: 2_000_000,
  sizeCalculation: (_, text) => text.length + 200,
});

/** A text of a row, folded, and its typed values. Read once. */
export function readText(text: string): ReadText {
  let read = held.get(text);
  if (read === undefined) {
    const clean = cleanText(text).text;
    read = { folded: foldText(clean), values: typedValues(clean) };
    held.set(text, read);
  }
  return read;
}

/** Small letters, straight quotation marks, single spaces: what does not change what a text says. */
export function foldText(text: string): string {
  return foldCase(text)
    .replace(/[“”„«»]/g, '"')
    .replace(/[’‘‚]/g, "'")
    .replace(/\s+/g, ' ');
}

/** A text without the punctuation and white space at its end. A pattern would take long over a text of dots. */
export function withoutEnd(text: string): string {
  let to = text.length;
  while (to > 0 && ' .,;:!?…'.includes(text.charAt(to - 1))) to -= 1;
  return text.slice(0, to);
}

/** Whether a folded text has another one that is not a part of a longer word or number. */
export function holdsWhole(text: string, wanted: string): boolean {
  if (wanted === '') return false;
  for (let from = text.indexOf(wanted); from >= 0; from = text.indexOf(wanted, from + 1)) {
    const to = from + wanted.length;
    const before = text.slice(Math.max(0, from - 2), from);
    const after = text.slice(to, to + 2);
    if (!isCut(wanted.charAt(0), before.at(-1), before.at(-2))) {
      if (!isCut(wanted.charAt(wanted.length - 1), after[0], after[1])) return true;
    }
  }
  return false;
}

/** Whether the characters beside a place belong to the same word (`lt-611`) or number (`7.4.3`). */
function isCut(edge: string, beside: string | undefined, beyond: string | undefined): boolean {
  if (beside === undefined || !/[\p{L}\p{N}]/u.test(edge)) return false;
  if (/[\p{L}\p{N}_]/u.test(beside)) return true;
  return /\d/.test(edge) && /[.,:/-]/.test(beside) && beyond !== undefined && /\d/.test(beyond);
}
