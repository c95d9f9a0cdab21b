import type { Scenario } from '../corpus/scenario.ts';
import { type InjectionProof, proveInjections } from './prove-injections.ts';
import { type Leak, proveLeaks } from './prove-leaks.ts';
import {
  type FalseAlarm,
  type JudgedNote,
  proveNotes,
  type Reaction,
  WRONG_CLASSES,
} from './prove-notes.ts';

/** What became of the wrong notes of one class. */
export interface ClassRow {
  readonly name: string;
  readonly seen_by: 'program' | 'reader';
  readonly made: number;
  readonly blocked: number;
  readonly warned: number;
  readonly passed: number;
}

export interface SurfaceRow {
  readonly surface: string;
  readonly checked: number;
  readonly leaked: number;
}

export interface ProofResult {
  readonly scenarios: number;
  readonly right_notes: number;
  readonly classes: readonly ClassRow[];
  /** Wrong notes that nothing blocked. */
  readonly not_blocked: readonly JudgedNote[];
  readonly false_alarms: readonly FalseAlarm[];
  readonly surfaces: readonly SurfaceRow[];
  readonly leaks: readonly Leak[];
  /** Encodings that the proof's own search cannot see; with any, "no leak" says nothing of them. */
  readonly blind: readonly string[];
  readonly injections: InjectionProof;
}

export interface ProofOptions {
  /** How many wrong notes of one class are made of one right note. */
  readonly most_of_a_class?: number;
  /** Of the places and encodings of a secret, one in so many is looked at. */
  readonly leak_step?: number;
}

const MOST_OF_A_CLASS = 3;

/** Runs the whole proof. The same corpus and checks always give the same result. */
export async function prove(
  scenarios: readonly Scenario[],
  { most_of_a_class = MOST_OF_A_CLASS, leak_step = 1 }: ProofOptions = {},
): Promise<ProofResult> {
  const { wrong, alarms } = await proveNotes(scenarios, most_of_a_class);
  const { surfaces, leaks, blind } = await proveLeaks(scenarios, leak_step);
  return {
    scenarios: scenarios.length,
    right_notes: scenarios.length * 2,
    classes: WRONG_CLASSES.map(({ name, seen_by }) => {
      const own = wrong.filter(({ class_name }) => class_name === name);
      const count = (reaction: Reaction) => own.filter((one) => one.reaction === reaction).length;
      return {
        name,
        seen_by,
        made: own.length,
        blocked: count('blocked'),
        warned: count('warned'),
        passed: count('passed'),
      };
    }),
    not_blocked: wrong.filter(({ reaction }) => reaction !== 'blocked'),
    false_alarms: alarms,
    surfaces: [...surfaces].map(([surface, count]) => ({
      surface,
      checked: count,
      leaked: leaks.filter((leak) => leak.surface === surface).length,
    })),
    leaks,
    blind,
    injections: await proveInjections(scenarios),
  };
}
