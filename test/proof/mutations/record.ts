import type { InputBundle } from '../../../electron/drafting/index.ts';

/**
 * The words of a session, read by code of the proof's own: were mutations to look things up in the
 * way that the rules do, both would share the same blind spots.
 */
export interface SessionRecord {
  /** Evidence ids of all rows, in order. */
  readonly ids: readonly string[];
  /** Everything on record in small letters. */
  readonly all: string;
  /** Title, summary, intake and ticket in small letters. */
  readonly session: string;
  /** The words of these rows in small letters, the session's own description left out. */
  of(ids: readonly string[]): string;
  /** The numbers on record by value, those in words included. */
  readonly numbers: ReadonlySet<number>;
}

const NUMBER_WORDS = 'zero one two three four five six seven eight nine ten eleven twelve'.split(
  ' ',
);

export function recordOf(bundle: InputBundle): SessionRecord {
  const rows = new Map<string, string>();
  for (const fact of bundle.facts) {
    rows.set(fact.evidence_id, joined([fact.text, fact.source_summary]));
  }
  const fixes = [...bundle.fixes_tried, ...bundle.fixes_set_aside];
  if (bundle.active_fix !== null) fixes.push(bundle.active_fix);
  for (const fix of fixes) {
    rows.set(
      fix.evidence_id,
      joined([fix.title, fix.description, fix.outcome_note, `${fix.confidence} %`]),
    );
  }
  for (const script of bundle.scripts) {
    const parameters = script.parameters.flatMap(({ name, value }) => [name, value]);
    rows.set(script.evidence_id, joined([script.name, script.outcome, script.undo, ...parameters]));
  }
  const session = joined([bundle.title, bundle.summary, bundle.intake, bundle.ticket]);
  const all = [session, ...rows.values()].join('\n');
  return {
    ids: [...rows.keys()],
    all,
    session,
    of: (ids) => ids.flatMap((id) => rows.get(id) ?? []).join('\n'),
    numbers: numbersIn(all),
  };
}

/** The numbers of a text by value. */
export function numbersIn(text: string): Set<number> {
  const words = text.toLowerCase().match(/[a-z]+/g) ?? [];
  return new Set([
    ...(text.match(/\d+/g) ?? []).map(Number),
    ...words.map((word) => NUMBER_WORDS.indexOf(word)).filter((value) => value >= 0),
  ]);
}

/** Whether a text in small letters holds a string as a word or words of its own, capitals aside. */
export function holds(text: string, wanted: string): boolean {
  const folded = wanted.toLowerCase();
  for (let at = text.indexOf(folded); at >= 0; at = text.indexOf(folded, at + 1)) {
    const before = text[at - 1] ?? ' ';
    const after = text[at + folded.length] ?? ' ';
    if (!/[\p{L}\p{N}]/u.test(before) && !/[\p{L}\p{N}]/u.test(after)) return true;
  }
  return false;
}

function joined(parts: readonly (string | null)[]): string {
  return parts
    .filter((part) => part !== null && part !== '')
    .join('\n')
    .toLowerCase();
}
