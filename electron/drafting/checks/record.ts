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

/** What known names are called in notes for the customer: any sentence may use these words. */
export const NAME_WORDINGS = 'names';

const known = new WeakMap<InputBundle, SessionRecord>();

/** Indexes a bundle once; the same bundle gives the same record. */
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
  ) => rows.set(id, sameRow(texts, times));
  for (const fact of bundle.facts) {
    const { text, source_summary, customer_wording, short_wording, created_at } = fact;
    add(fact.evidence_id, [text, source_summary, customer_wording, short_wording], [created_at]);
  }
  for (const fix of allFixes(bundle)) {
    const { title, description, outcome_note, done, customer_done, customer_note } = fix;
    const confidence = `${fix.confidence}%`;
    add(
      fix.evidence_id,
      [title, description, outcome_note, done, customer_done, customer_note, confidence],
      [fix.applied_at, fix.outcome_at],
    );
  }
  for (const { evidence_id, name, outcome, customer_outcome, undo, ...script } of bundle.scripts) {
    const parameters = script.parameters.flatMap((parameter) => [parameter.name, parameter.value]);
    add(evidence_id, [name, outcome, customer_outcome, undo, ...parameters], [script.ran_at]);
  }
  for (const { evidence_id, instruction, meaning, result_id } of bundle.checks) {
    const result = result_id === null ? undefined : rows.get(result_id);
    add(evidence_id, [instruction, meaning, ...(result?.texts ?? [])]);
  }
  const { title, summary, customer_summary, intake, ticket, domain, hand_off } = bundle;
  const own = [title, summary, customer_summary, intake, ticket, domain];
  // The first fact dates the session, so that a day without a year has a weekday.
  const [first] = bundle.facts;
  add(
    SESSION_EVIDENCE,
    [...own, ...Object.values(hand_off)],
    first === undefined ? [] : [first.created_at],
  );
  add(
    NAME_WORDINGS,
    bundle.names.map(({ wording }) => wording),
  );
  return rows;
}

/** The newest row of each first text. A new bundle of a session has the same rows but for one. */
const heldRows = new LRUCache<string, RecordRow>({ max: 5_000 });

function sameRow(
  someTexts: readonly (string | null)[],
  someTimes: readonly (number | null)[],
): RecordRow {
  const texts = someTexts.filter((text) => text !== null).filter((text) => text.trim() !== '');
  const times = someTimes.filter((time) => time !== null);
  const key = texts[0] ?? '';
  const same = heldRows.get(key);
  if (same !== undefined && isEqual(same.texts, texts) && isEqual(same.times, times)) return same;
  const row = { texts, times };
  heldRows.set(key, row);
  return row;
}

/** Whether two lists have the same items. */
export function isEqual<Item>(some: readonly Item[], others: readonly Item[]): boolean {
  return some.length === others.length && some.every((one, index) => one === others[index]);
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
    let values: readonly TypedValue[] | undefined;
    read = {
      folded: foldText(clean),
      // Most rows are only searched for words.
      get values() {
        values ??= typedValues(clean);
        return values;
      },
    };
    held.set(text, read);
  }
  return read;
}

/** Small letters, straight quotation marks, single spaces: what does not change what a text says. */
export function foldText(text: string): string {
  const folded = foldCase(text);
  if (!/[“”„«»’‘‚]|\s\s|[^\S ]/.test(folded)) return folded;
  return folded
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
    const isStart = !isCut(wanted.charAt(0), text.charAt(from - 1), text.charAt(from - 2));
    if (isStart && !isCut(wanted.slice(-1), text.charAt(to), text.charAt(to + 1))) return true;
  }
  return false;
}

/** Whether the characters beside a place belong to the same word (`lt-611`) or number (`7.4.3`). */
function isCut(edge: string, beside: string, beyond: string): boolean {
  if (beside === '' || !/[\p{L}\p{N}]/u.test(edge)) return false;
  return (
    /[\p{L}\p{N}_]/u.test(beside) ||
    (/\d/.test(edge) && /[.,:/-]/.test(beside) && /\d/.test(beyond))
  );
}
