import { describe, expect, it } from 'vitest';
import {
  causeChoices,
  confirmationChoices,
  doneOf,
  proposedCause,
  resultInput,
  resultValues,
} from '../../../../renderer/knowledge/result-values.ts';
import { contract } from '../../../../shared/contract/index.ts';
import { someFact } from './some-fact.ts';
import { someFix } from './some-fix.ts';

const FIX = someFix({ id: 3, title: 'Clear the saved sign-in', outcome: 'applied' });
const UNKNOWN = someFix({ id: 4, title: 'New toner cartridge', outcome: 'applied' });
const FACTS = [
  someFact({ id: 1, role: 'cause', text: 'An old cause' }),
  someFact({ id: 2, role: 'finding', text: 'A finding' }),
  someFact({ id: 3, role: 'cause', text: 'A stale sign-in' }),
  someFact({ id: 4, role: 'confirmation', text: 'Outlook opens' }),
  someFact({ id: 5, role: 'cause', text: 'Only proposed', status: 'proposed' }),
  someFact({ id: 6, role: 'confirmation', text: 'Deleted', deleted_at: 9 }),
];

describe('the form of a result', () => {
  it('starts with what was done in the past, the marked cause and the confirmation', () => {
    expect(resultValues(FIX, FACTS)).toMatchObject({
      done: 'Cleared the saved sign-in',
      cause: 'fact:3',
      confirmation: 'fact:4',
      note: '',
    });
  });

  it('starts with lines to type where nothing is marked', () => {
    expect(resultValues(FIX, [])).toMatchObject({
      cause: 'technician',
      cause_line: '',
      confirmation: 'diagnostic_check',
      confirmation_line: '',
    });
  });

  it('keeps what was recorded before', () => {
    const fix = someFix({ id: 3, done: 'Reset the PIN', outcome_note: 'x', left_in_place: true });
    expect(resultValues(fix, [])).toMatchObject({
      done: 'Reset the PIN',
      note: 'x',
      left_in_place: 'yes',
    });
  });

  it('starts with what the copilot proposes, as the fact that says the same where there is one', () => {
    const proposed = { note: 'So far', done: 'Removed the profile', cause: 'A broken profile' };
    expect(resultValues(FIX, FACTS, proposed)).toMatchObject({
      note: 'So far',
      done: 'Removed the profile',
      cause: 'technician',
      cause_line: 'A broken profile',
    });
    expect(resultValues(FIX, FACTS, { ...proposed, cause: 'A finding' })).toMatchObject({
      cause: 'fact:2',
      cause_line: '',
    });
    expect(resultValues(FIX, FACTS, { ...proposed, cause: null }).cause).toBe('fact:3');
  });

  it('offers marked causes first, the newest above, then a line, none and the findings', () => {
    expect(causeChoices(FACTS).map(({ value }) => value)).toEqual([
      'fact:3',
      'fact:1',
      'technician',
      'none',
      'fact:2',
    ]);
    expect(confirmationChoices(FACTS).map(({ value }) => value)).toEqual([
      'fact:4',
      'diagnostic_check',
      'user_report',
      'none',
    ]);
  });
});

describe('the call that saves a result', () => {
  const parse = (input: unknown) => contract['fixes.setOutcome'].input.parse(input);

  it('has all of it at once', () => {
    const values = { ...resultValues(FIX, FACTS), confirmation: 'user_report' as const };
    const input = resultInput(FIX, 'worked', { ...values, confirmation_line: ' It opens. ' });
    expect(parse(input)).toMatchObject({
      fix_id: 3,
      outcome: 'worked',
      outcome_note: null,
      done: 'Cleared the saved sign-in',
      cause: { kind: 'fact', fact_id: 3 },
      confirmation: { kind: 'text', text: 'It opens.', source_type: 'user_report' },
    });
  });

  it('leaves out lines that nobody typed', () => {
    const input = resultInput(FIX, 'partly', resultValues(FIX, []));
    expect([input.cause, input.confirmation]).toEqual([{ kind: 'none' }, { kind: 'none' }]);
    expect(parse(input).outcome).toBe('partly');
  });

  it('records no title as what was done unless somebody reworded it', () => {
    const values = resultValues(UNKNOWN, []);
    expect(values.done).toBe('New toner cartridge');
    expect(doneOf(UNKNOWN).isKnown).toBe(false);
    expect(resultInput(UNKNOWN, 'worked', values)).not.toHaveProperty('done');
    const reworded = { ...values, done: 'Put in a new toner cartridge' };
    expect(resultInput(UNKNOWN, 'worked', reworded).done).toBe('Put in a new toner cartridge');
    expect(resultInput(FIX, 'worked', { ...resultValues(FIX, []), done: ' ' }).done).toBeNull();
  });

  it('takes what only a failed fix has from a failed one alone', () => {
    const values = { ...resultValues(FIX, FACTS), note: 'Came back', left_in_place: 'yes' };
    const failed = parse(resultInput(FIX, 'failed', values));
    expect(failed).toMatchObject({
      left_in_place: true,
      outcome_note: 'Came back',
      cause: { kind: 'none' },
      confirmation: { kind: 'none' },
    });
    expect(resultInput(FIX, 'worked', values).left_in_place).toBe(false);
  });
});

describe('a cause that is proposed', () => {
  it('is the fact that says so, else a line', () => {
    expect(proposedCause('A finding', FACTS)).toEqual({ kind: 'fact', fact_id: 2 });
    expect(proposedCause('Something else', FACTS)).toEqual({
      kind: 'text',
      text: 'Something else',
      source_type: 'technician',
    });
    expect(proposedCause('Only proposed', FACTS)).toMatchObject({ kind: 'text' });
    expect(proposedCause(null, FACTS)).toEqual({ kind: 'none' });
  });
});
