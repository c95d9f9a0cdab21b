import type { Finding, NoteKind } from '../../../shared/domain/note.ts';
import type { NoteView } from './note-view.ts';

/** What a rule found, before the registry adds the rule's id and level. */
export interface Fault {
  readonly from: number;
  readonly to: number;
  readonly message: string;
  readonly repair?: NonNullable<Finding['repair']>;
  /** Only where it differs from the rule's own. */
  readonly level?: Finding['level'];
}

/** One check of a note. `id` is its number in the list of note checks. */
export interface Rule {
  readonly id: string;
  readonly level: Finding['level'];
  readonly kinds: readonly NoteKind[];
  /** Whether the technician may post all the same, with a reason. */
  readonly can_override: boolean;
  run(note: NoteView): readonly Fault[];
}

export const BOTH_KINDS: readonly NoteKind[] = ['resolve', 'escalate'];

/** A rule that blocks both kinds and may be overridden, unless said otherwise. */
export function rule(
  id: string,
  run: Rule['run'],
  options: Partial<Omit<Rule, 'id' | 'run'>> = {},
): Rule {
  return { id, level: 'block', kinds: BOTH_KINDS, can_override: true, ...options, run };
}
