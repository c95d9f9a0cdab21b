import { NOTE_RULES } from '../../electron/drafting/checks/registry.ts';
import { draftLocally } from '../../electron/drafting/index.ts';
import { type Finding, NOTE_KINDS } from '../../shared/domain/note.ts';
import type { Scenario } from '../corpus/scenario.ts';
import { blocking, type CheckedNote, checked, newFindings, searchAhead } from './check.ts';
import { MUTATIONS } from './mutations/index.ts';
import { type Gold, goldOf, type Mutant, pick } from './mutations/mutation.ts';

/** `other`: seen by another rule that blocks; `warned`: something was said, and nothing stops the note. */
export type Verdict = 'caught' | 'other' | 'warned' | 'missed';

export interface JudgedMutant {
  readonly scenario: string;
  readonly kind: Gold['kind'];
  readonly expected_rule: string;
  readonly kind_of_mutation: string;
  readonly what: string;
  readonly verdict: Verdict;
  /** The rules with findings that the correct note does not have. */
  readonly found_by: readonly string[];
}

export interface FalseAlarm {
  readonly scenario: string;
  readonly kind: Gold['kind'];
  readonly note: 'gold' | 'local';
  readonly rule_id: string;
  readonly level: Finding['level'];
  readonly text: string;
  readonly message: string;
}

export interface RuleProof {
  readonly mutants: readonly JudgedMutant[];
  readonly alarms: readonly FalseAlarm[];
  readonly notes: number;
}

/** The level at which a rule has to see its mutants; null for a rule that is not built. */
export function levelOf(ruleId: string): Finding['level'] | null {
  // A first step that is not the sure fix blocks a generated note; the rest of the rule warns.
  if (ruleId === 'D1') return 'block';
  return NOTE_RULES.find((rule) => rule.id === ruleId)?.level ?? null;
}

/** Holds every rule against wrong notes, at most so many of each kind of a note, and against correct ones. */
export async function proveRules(
  scenarios: readonly Scenario[],
  mostOfAKind: number,
): Promise<RuleProof> {
  const mutants: JudgedMutant[] = [];
  const alarms: FalseAlarm[] = [];
  for (const scenario of scenarios) {
    const { secrets } = scenario;
    const golds = NOTE_KINDS.map((kind) => goldOf(scenario, kind)).map((gold) => ({
      gold,
      correct: { document: gold.document, bundle: gold.bundle, secrets },
      local: { document: draftLocally(gold.kind, gold.bundle), bundle: gold.bundle, secrets },
      made: mutantsOf(gold, mostOfAKind),
    }));
    await searchAhead(
      golds.flatMap(({ gold: { bundle }, correct, local, made }) => [
        correct,
        local,
        ...made.map((mutant) => ({ bundle, ...mutant })),
      ]),
    );
    for (const { gold, correct, local, made } of golds) {
      const before = await checked(correct);
      alarms.push(...alarmsOf(gold, 'gold', before));
      alarms.push(...alarmsOf(gold, 'local', await checked(local)));
      for (const mutant of made) mutants.push(await judge(gold, mutant, before));
    }
  }
  return { mutants, alarms, notes: scenarios.length * NOTE_KINDS.length };
}

function mutantsOf(gold: Gold, mostOfAKind: number): Mutant[] {
  const kinds = new Map<string, Mutant[]>();
  for (const mutant of MUTATIONS.flatMap((mutation) => mutation(gold))) {
    const kind = `${mutant.expected_rule} ${mutant.kind_of_mutation}`;
    kinds.set(kind, [...(kinds.get(kind) ?? []), mutant]);
  }
  return [...kinds.values()].flatMap((made) =>
    made.length <= mostOfAKind ? made : pick(made, gold, mostOfAKind),
  );
}

async function judge(
  { kind, bundle, scenario }: Gold,
  mutant: Mutant,
  correct: CheckedNote,
): Promise<JudgedMutant> {
  const { expected_rule, kind_of_mutation, what } = mutant;
  const note = await checked({ bundle, ...mutant });
  const found = newFindings(note, correct);
  return {
    scenario: scenario.id,
    kind,
    expected_rule,
    kind_of_mutation,
    what,
    verdict: verdictOf(expected_rule, mutant.expected_level ?? levelOf(expected_rule), found),
    found_by: [...new Set(found.map((finding) => finding.rule_id))],
  };
}

function verdictOf(
  expected: string,
  level: Finding['level'] | null,
  found: readonly Finding[],
): Verdict {
  const enough = level === 'block' ? blocking(found) : found;
  if (enough.some((finding) => finding.rule_id === expected)) return 'caught';
  if (blocking(found).length > 0) return 'other';
  return found.length > 0 ? 'warned' : 'missed';
}

function alarmsOf(
  { scenario, kind }: Gold,
  note: FalseAlarm['note'],
  { findings, markdown }: CheckedNote,
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
