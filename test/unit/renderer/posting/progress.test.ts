import { describe, expect, it } from 'vitest';
import { postingWayAfter } from '../../../../renderer/posting/failure-ways.ts';
import { type Steps, withStep } from '../../../../renderer/posting/progress.ts';
import type { PostingProgress } from '../../../../shared/domain/posting.ts';
import { AppError } from '../../../../shared/errors.ts';

function step(name: PostingProgress['step'], kind: PostingProgress['kind'] = 'resolve') {
  return { session_id: 1, kind, step: name, words: name };
}

function wordsAfter(...taken: readonly PostingProgress[]): readonly string[] {
  return taken.reduce<Steps>(withStep, []).map(({ words }) => words);
}

describe('the steps of a posting', () => {
  it('stand in the order in which they are taken', () => {
    expect(wordsAfter(step('reading_ticket'), step('posting_note'))).toEqual([
      'reading_ticket',
      'posting_note',
    ]);
  });

  it('begin anew from a step that comes again', () => {
    const again = [step('posting_note'), step('changing_status'), step('verifying_status')];
    expect(wordsAfter(...again, step('changing_status'))).toEqual([
      'posting_note',
      'changing_status',
    ]);
  });

  it('forget those of the other kind of note', () => {
    expect(wordsAfter(step('reading_ticket'), step('reading_ticket', 'escalate'))).toHaveLength(1);
    expect(wordsAfter(step('posting_note'), step('reading_ticket', 'escalate'))).toEqual([
      'reading_ticket',
    ]);
  });
});

describe('the way on after a posting that failed', () => {
  it('is the queue without a network, the settings without the right keys, the clock when throttled', () => {
    expect(postingWayAfter(new AppError('OFFLINE', ''))).toMatchObject({ queue: true });
    expect(postingWayAfter(new AppError('AUTH_FAILED', ''))).toMatchObject({
      settings: true,
      queue: false,
    });
    const throttled = { code: 'RATE_LIMITED', message: '', details: { retry_at: 30 } };
    expect(postingWayAfter(throttled)).toEqual({ settings: false, queue: false, retryAt: 30 });
  });

  it('is another try for all else', () => {
    const plain = { settings: false, queue: false, retryAt: null };
    for (const failure of [null, new Error('x'), new AppError('PSA_REJECTED', '')]) {
      expect(postingWayAfter(failure)).toEqual(plain);
    }
  });
});
