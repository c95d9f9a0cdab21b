import { draftLocally } from '../../electron/drafting/index.ts';
import { type Finding, NOTE_KINDS } from '../../shared/domain/note.ts';
import type { Scenario } from '../corpus/scenario.ts';
import { blocking, checked, newFindings, searchAhead } from './check.ts';
import { type Gold, goldOf, pick, type WrongClass, type WrongNote } from './gold.ts';
import { WRONG_MEANING } from './wrong-notes/meaning.ts';
import { WRONG_TEXT } from './wrong-notes/text.ts';
import { WRONG_VALUES } from './wrong-notes/values.ts';

/** What the checks did about a wrong note. */
export type Reaction = 'blocked' | 'warned' | 'passed';

export interface JudgedNote {
  readonly scenario: string;
  readonly kind: Gold['kind'];
  readonly class_name: string;
  readonly what: string;
  readonly reaction: Reaction;
  /** The rules with findings that the right note does not have. */
  readonly found_by: readonly string[];
}

/** A finding on a right note. */
export interface FalseAlarm {
  readonly scenario: string;
  readonly kind: Gold['kind'];
  readonly note: 'gold' | 'local';
  readonly rule_id: string;
  readonly level: Finding['level'];
  readonly text: string;
  readonly message: string;
}

export interface NotesProof {
  readonly wrong: readonly JudgedNote[];
  readonly alarms: readonly FalseAlarm[];
}

export const WRONG_CLASSES: readonly WrongClass[] = [
  ...WRONG_TEXT,
  ...WRONG_VALUES,
  ...WRONG_MEANING,
];

/** Checks right notes and, of each class and note, at most so many wrong ones. */
export async function proveNotes(
  scenarios: readonly Scenario[],
  mostOfAClass: number,
): Promise<NotesProof> {
  const wrong: JudgedNote[] = [];
  const alarms: FalseAlarm[] = [];
  for (const scenario of scenarios) {
    for (const gold of NOTE_KINDS.map((kind) => goldOf(scenario, kind))) {
      const { document, bundle, kind } = gold;
      const right = { document, bundle, secrets: scenario.secrets };
      const made = WRONG_CLASSES.flatMap((wrongClass) =>
        pick(wrongClass.make(gold), `${scenario.id} ${kind}`, mostOfAClass).map((note) => ({
          class_name: wrongClass.name,
          note,
        })),
      );
      await searchAhead([right, ...made.map(({ note }) => underProof(gold, note))]);
      const before = await checked(right);
      alarms.push(...alarmsOf(gold, 'gold', before.findings, before.markdown));
      const local = await checked({ ...right, document: draftLocally(kind, bundle) });
      alarms.push(...alarmsOf(gold, 'local', local.findings, local.markdown));
      for (const { class_name, note } of made) {
        const found = newFindings(await checked(underProof(gold, note)), before);
        wrong.push({
          scenario: scenario.id,
          kind,
          class_name,
          what: note.what,
          reaction: blocking(found).length > 0 ? 'blocked' : found.length > 0 ? 'warned' : 'passed',
          found_by: [...new Set(found.map(({ rule_id }) => rule_id))],
        });
      }
    }
  }
  return { wrong, alarms };
}

function underProof({ scenario, bundle }: Gold, note: WrongNote) {
  return { ...note, bundle, secrets: note.secrets ?? scenario.secrets };
}

function alarmsOf(
  { scenario, kind }: Gold,
  note: FalseAlarm['note'],
  findings: readonly Finding[],
  markdown: string,
): FalseAlarm[] {
  return findings.map(({ rule_id, level, message, from, to }) => ({
    scenario: scenario.id,
    kind,
    note,
    rule_id,
    level,
    text: markdown.slice(from, to),
    message,
  }));
}
