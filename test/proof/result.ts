import { NOTE_RULES } from '../../electron/drafting/checks/registry.ts';
import type { Finding } from '../../shared/domain/note.ts';
import type { Scenario } from '../corpus/scenario.ts';
import { type HandOff, proveHandOffs } from './prove-hand-offs.ts';
import { type InjectionProof, proveInjections } from './prove-injections.ts';
import { type Leak, proveLeaks } from './prove-leaks.ts';
import {
  type FalseAlarm,
  type JudgedMutant,
  levelOf,
  proveRules,
  type Verdict,
} from './prove-rules.ts';

/** What came of the mutants of one kind, or of all that a rule has to see. */
export interface Tally {
  readonly made: number;
  readonly caught: number;
  readonly other: number;
  readonly warned: number;
  readonly missed: number;
}

export interface RuleRow extends Tally {
  readonly rule_id: string;
  /** null: not built. */
  readonly level: Finding['level'] | null;
  readonly mutations: readonly (Tally & { readonly kind_of_mutation: string })[];
  readonly false_alarms: Readonly<
    Record<FalseAlarm['note'], Readonly<Record<Finding['level'], number>>>
  >;
}

export interface SurfaceRow {
  readonly surface: string;
  readonly checked: number;
  readonly leaked: number;
}

export interface ProofResult {
  readonly scenarios: number;
  readonly notes: number;
  readonly rules: readonly RuleRow[];
  /** Every mutant that its rule did not see. */
  readonly not_caught: readonly JudgedMutant[];
  readonly false_alarms: readonly FalseAlarm[];
  readonly surfaces: readonly SurfaceRow[];
  readonly leaks: readonly Leak[];
  /** Encodings that the proof's own search cannot see; with any, "no leak" says nothing of them. */
  readonly blind: readonly string[];
  readonly injections: InjectionProof;
  /** null: not built. */
  readonly hand_offs: readonly HandOff[] | null;
  /** What must not be, in words; the proof holds where this is empty. */
  readonly broken_bars: readonly string[];
}

export interface ProofOptions {
  /** How many mutants of one kind are made of one note. */
  readonly most_of_a_kind?: number;
  /** Of the places and encodings of a secret, one in so many is looked at. */
  readonly leak_step?: number;
}

const MOST_OF_A_KIND = 3;

/**
 * Runs the whole proof, over some mutants of each kind and note or over all of them. The same corpus and rules always give
 * the same result.
 */
export async function prove(
  scenarios: readonly Scenario[],
  { most_of_a_kind = MOST_OF_A_KIND, leak_step = 1 }: ProofOptions = {},
): Promise<ProofResult> {
  const { mutants, alarms, notes } = await proveRules(scenarios, most_of_a_kind);
  const { surfaces, leaks, blind } = await proveLeaks(scenarios, leak_step);
  const rules = ruleRows(mutants, alarms);
  const not_caught = mutants.filter(({ verdict }) => verdict !== 'caught');
  return {
    scenarios: scenarios.length,
    notes,
    rules,
    not_caught,
    false_alarms: alarms,
    surfaces: [...surfaces].map(([surface, count]) => ({
      surface,
      checked: count,
      leaked: leaks.filter((leak) => leak.surface === surface).length,
    })),
    leaks,
    blind,
    injections: await proveInjections(scenarios),
    hand_offs: proveHandOffs(scenarios),
    broken_bars: [
      ...brokenBars(rules, alarms, leaks),
      ...blind.map((encoding) => `the search for leaks does not see: ${encoding}`),
    ],
  };
}

function brokenBars(
  rules: readonly RuleRow[],
  alarms: readonly FalseAlarm[],
  leaks: readonly Leak[],
): string[] {
  const unseen = rules
    .filter(({ level, made, caught }) => level !== 'warn' && caught < made)
    .map(
      ({ rule_id, level, made, caught }) =>
        `${rule_id}${level === null ? ' (not built)' : ''}: ${made - caught} of ${made} mutants not caught by it`,
    );
  const blocked = (['gold', 'local'] as const).flatMap((note) => {
    const count = alarms.filter((alarm) => alarm.note === note && alarm.level === 'block').length;
    return count === 0 ? [] : [`${count} blocking findings on ${note} notes`];
  });
  return [...unseen, ...blocked, ...(leaks.length === 0 ? [] : [`${leaks.length} leaks`])];
}

function ruleRows(mutants: readonly JudgedMutant[], alarms: readonly FalseAlarm[]): RuleRow[] {
  const ids = new Set([
    ...NOTE_RULES.map((rule) => rule.id),
    ...mutants.map(({ expected_rule }) => expected_rule),
  ]);
  return [...ids].toSorted(inNaturalOrder).map((rule_id) => {
    const own = mutants.filter(({ expected_rule }) => expected_rule === rule_id);
    const kinds = new Set(own.map(({ kind_of_mutation }) => kind_of_mutation));
    const count = (note: FalseAlarm['note'], level: Finding['level']) =>
      alarms.filter(
        (alarm) => alarm.rule_id === rule_id && alarm.note === note && alarm.level === level,
      ).length;
    return {
      rule_id,
      level: levelOf(rule_id),
      ...tally(own),
      mutations: [...kinds].map((kind_of_mutation) => ({
        kind_of_mutation,
        ...tally(own.filter((mutant) => mutant.kind_of_mutation === kind_of_mutation)),
      })),
      false_alarms: {
        gold: { block: count('gold', 'block'), warn: count('gold', 'warn') },
        local: { block: count('local', 'block'), warn: count('local', 'warn') },
      },
    };
  });
}

function tally(mutants: readonly JudgedMutant[]): Tally {
  const of = (wanted: Verdict) => mutants.filter(({ verdict }) => verdict === wanted).length;
  return {
    made: mutants.length,
    caught: of('caught'),
    other: of('other'),
    warned: of('warned'),
    missed: of('missed'),
  };
}

function inNaturalOrder(one: string, other: string): number {
  return one.localeCompare(other, 'en', { numeric: true });
}
