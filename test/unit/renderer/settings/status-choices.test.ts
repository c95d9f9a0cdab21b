import { describe, expect, it } from 'vitest';
import {
  chosenFor,
  LEAVE,
  spreadChoices,
  statusOptions,
  withChoice,
} from '../../../../renderer/settings/connectwise/status-choices.ts';
import type { PsaBoardShown } from '../../../../shared/domain/psa.ts';

type Status = PsaBoardShown['statuses'][number];

function status(id: number, name: string, more: Partial<Status> = {}): Status {
  return { id, name, inactive: false, closed: false, ...more };
}

function board(id: number, statuses: Status[], inactive = false): PsaBoardShown {
  return { id, name: `Board ${id}`, inactive, statuses };
}

const desk = board(1, [
  status(16, 'New'),
  status(19, 'Completed', { closed: true }),
  status(20, 'Escalated'),
  status(21, 'Old', { inactive: true }),
]);
const both = {
  '1': { resolve: { id: 19, name: 'Completed' }, escalate: { id: 20, name: 'Escalated' } },
};

describe('statuses to choose per board', () => {
  it('marks closed and inactive ones, and one that the board has no more', () => {
    const options = statusOptions(desk, { id: 99, name: 'Done' });
    expect(options.map(({ label }) => label)).toEqual([
      'Leave as it is',
      'New',
      'Completed · closes the ticket',
      'Escalated',
      'Old (inactive)',
      'Done (gone from the board)',
    ]);
    expect(options.filter(({ disabled }) => disabled).map(({ value }) => value)).toEqual([
      '21',
      '99',
    ]);
  });

  it('keeps one choice beside the other, and names no board that has none', () => {
    const one = withChoice({}, desk, 'resolve', '19');
    expect(one).toEqual({ '1': { resolve: { id: 19, name: 'Completed' }, escalate: null } });
    expect(withChoice(one, desk, 'escalate', '20')).toEqual(both);
    expect(withChoice(one, desk, 'resolve', LEAVE)).toEqual({});
    expect(chosenFor({}, 1)).toEqual({ resolve: null, escalate: null });
  });

  it('spreads by name, with the ids of each board, and leaves the rest alone', () => {
    const second = board(2, [status(33, 'completed '), status(34, 'Waiting')]);
    const third = board(3, [status(41, 'Completed', { inactive: true })]);
    const asleep = board(4, [status(51, 'Completed')], true);
    const before = { ...both, '2': { resolve: null, escalate: { id: 34, name: 'Waiting' } } };
    const result = spreadChoices(before, [desk, second, third, asleep], desk);
    expect(result.boards).toBe(1);
    expect(result.chosen).toEqual({
      ...both,
      '2': { resolve: { id: 33, name: 'completed ' }, escalate: { id: 34, name: 'Waiting' } },
    });
  });
});
