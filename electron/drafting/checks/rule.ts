import type { Finding, NoteKind } from '../../../shared/domain/note.ts';
import type { TextSpan } from '../../../shared/text.ts';
import type { NoteView } from './note-view.ts';

/** What a rule found, before the rule's id is added. */
export interface Fault extends TextSpan {
  readonly level: Finding['level'];
  readonly message: string;
  readonly repair?: NonNullable<Finding['repair']>;
}

/** One check of a note. `id` is its number in the list of note checks. */
export interface Rule {
  readonly id: string;
  readonly kinds: readonly NoteKind[];
  /** Whether the technician may post anyway, with a reason. */
  readonly can_override: boolean;
  run(note: NoteView): readonly Fault[];
}

const BOTH_KINDS: readonly NoteKind[] = ['resolve', 'escalate'];
export const CUSTOMER_ONLY: readonly NoteKind[] = ['resolve'];

/** A rule for both kinds that may be overridden, unless said otherwise. */
export function rule(
  id: string,
  run: Rule['run'],
  options: Partial<Omit<Rule, 'id' | 'run'>> = {},
): Rule {
  return { id, kinds: BOTH_KINDS, can_override: true, ...options, run };
}

/** A repair that replaces what a finding points at. */
export function replaceWith(label: string, { from, to }: TextSpan, replacement: string) {
  return { label, from, to, replacement };
}

/** A piece of a note in a message, cut where it is long. */
export function shown(text: string): string {
  return text.length > 60 ? `“${text.slice(0, 58).trimEnd()}…”` : `“${text}”`;
}
