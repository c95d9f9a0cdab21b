import type { CallInput } from '../../shared/contract/index.ts';
import type { Fact, FactRole, SourceType } from '../../shared/domain/fact.ts';
import type { SuggestedFix } from '../../shared/domain/suggested-fix.ts';
import { pastTense } from '../../shared/notes/past-tense.ts';
import { nameOf } from './fact-rules.ts';

/** The results that the form records. */
export type FormResult = 'worked' | 'partly' | 'failed' | 'pending';

/** A fact that a result rests on, as it is chosen: `fact:12`, a new line by its source, or none. */
export type ResultChoice = `fact:${number}` | SourceType | 'none';

/** What the result form has in its fields. */
export interface ResultValues extends Readonly<Record<string, string>> {
  readonly note: string;
  readonly done: string;
  readonly customer_done: string;
  readonly customer_note: string;
  /** `yes`, or empty. */
  readonly left_in_place: string;
  readonly cause: ResultChoice;
  readonly cause_line: string;
  readonly confirmation: ResultChoice;
  readonly confirmation_line: string;
}

/** What the copilot proposes as a result. */
export interface ProposedResult {
  readonly note: string | null;
  readonly done: string | null;
  readonly cause: string | null;
}

/** What was done as it can be prefilled, and whether the technician still has to put it in the past. */
export function doneOf(fix: Pick<SuggestedFix, 'done' | 'title'>): {
  readonly text: string;
  readonly isKnown: boolean;
} {
  const known = fix.done ?? pastTense(fix.title);
  return { text: known ?? fix.title, isKnown: known !== null };
}

/** What the form starts with. */
export function resultValues(
  fix: SuggestedFix,
  facts: readonly Fact[],
  proposed?: ProposedResult,
): ResultValues {
  const same = confirmed(facts).find(({ text }) => text === proposed?.cause);
  const cause =
    proposed?.cause && same === undefined ? undefined : (same ?? newest(facts, 'cause'));
  const confirmation = newest(facts, 'confirmation');
  return {
    note: proposed?.note ?? fix.outcome_note ?? '',
    done: proposed?.done ?? doneOf(fix).text,
    customer_done: fix.customer_done ?? '',
    customer_note: fix.customer_note ?? '',
    left_in_place: fix.left_in_place ? 'yes' : '',
    cause: cause === undefined ? 'technician' : `fact:${cause.id}`,
    cause_line: cause === undefined ? (proposed?.cause ?? '') : '',
    confirmation: confirmation === undefined ? 'diagnostic_check' : `fact:${confirmation.id}`,
    confirmation_line: '',
  };
}

/** What can be chosen as the cause: a marked one, a finding, a new line, or that it was not found. */
export function causeChoices(facts: readonly Fact[]) {
  return [
    ...factChoices(facts, 'cause'),
    { value: 'technician', label: 'New line' },
    { value: 'none', label: 'Not determined' },
    ...factChoices(facts, 'finding'),
  ] as const;
}

/** What can be chosen as the confirmation. */
export function confirmationChoices(facts: readonly Fact[]) {
  return [
    ...factChoices(facts, 'confirmation'),
    { value: 'diagnostic_check', label: 'I tested it' },
    { value: 'user_report', label: 'The user said so' },
    { value: 'none', label: 'Not confirmed yet' },
  ] as const;
}

/** The call that saves what the form has. What a result does not ask for stays out of it. */
export function resultInput(
  fix: SuggestedFix,
  outcome: FormResult,
  values: ResultValues,
): CallInput<'fixes.setOutcome'> {
  const solved = outcome === 'worked' || outcome === 'partly';
  const done = doneOf(fix);
  // A title that nobody put in the past is no record of what was done; the notes quote it as it is.
  const worded = done.isKnown || values.done.trim() !== done.text;
  return {
    fix_id: fix.id,
    outcome,
    outcome_note: values.note.trim() || null,
    ...(worded ? { done: values.done.trim() || null } : {}),
    customer_done: values.customer_done.trim() || null,
    customer_note: values.customer_note.trim() || null,
    left_in_place: outcome === 'failed' && values.left_in_place !== '',
    ...(solved
      ? {
          cause: chosenFact(values.cause, values.cause_line),
          confirmation: chosenFact(values.confirmation, values.confirmation_line),
        }
      : {}),
  };
}

type ResultFact = NonNullable<CallInput<'fixes.setOutcome'>['cause']>;

function chosenFact(choice: ResultChoice, line: string): ResultFact {
  if (choice === 'none') return { kind: 'none' };
  if (isFactChoice(choice)) return { kind: 'fact', fact_id: Number(choice.slice('fact:'.length)) };
  const text = line.trim();
  return text === '' ? { kind: 'none' } : { kind: 'text', text, source_type: choice };
}

/** Whether a choice is a fact that is there, so that no line is asked for. */
export function isFactChoice(choice: ResultChoice): choice is `fact:${number}` {
  return choice.startsWith('fact:');
}

/** The cause that a proposal names, as the call takes it: a fact that says so, or a line. */
export function proposedCause(cause: string | null, facts: readonly Fact[]): ResultFact {
  if (cause === null) return { kind: 'none' };
  const same = confirmed(facts).find(({ text }) => text === cause);
  return same === undefined
    ? { kind: 'text', text: cause, source_type: 'technician' }
    : { kind: 'fact', fact_id: same.id };
}

function confirmed(facts: readonly Fact[]): readonly Fact[] {
  return facts.filter(({ status, deleted_at }) => status === 'confirmed' && deleted_at === null);
}

function newest(facts: readonly Fact[], role: FactRole): Fact | undefined {
  return confirmed(facts).findLast((fact) => fact.role === role);
}

function factChoices(facts: readonly Fact[], role: FactRole) {
  return confirmed(facts)
    .filter((fact) => fact.role === role)
    .toReversed()
    .map(({ id, text }) => ({ value: `fact:${id}` as const, label: nameOf(text) }));
}
