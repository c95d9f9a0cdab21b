import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  isPossible,
  isUnsent,
  nextStage,
  type WriteBackEvent,
} from '../../../../electron/psa/write-back/stages.ts';
import { WRITE_BACK_STAGES, type WriteBackStage } from '../../../../shared/domain/posting.ts';
import { runs } from '../../../exploring/runs.ts';

const EVENTS: readonly WriteBackEvent[] = [
  'ticket_unchanged',
  'ticket_changed',
  'ticket_unread',
  'go_ahead',
  'wait_for_network',
  'cancel',
  'send_note',
  'note_answered',
  'note_not_sent',
  'note_found',
  'note_not_found',
  'note_missing',
  'note_read_back',
  'note_unread',
  'note_differs',
  'accept_note',
  'post_again',
  'give_up',
  'set_status',
  'status_verified',
  'status_skipped',
  'status_not_verified',
  'close_anyway',
];

/** Walks from a start through the events that are possible; the others are passed over. */
function walk(start: WriteBackStage, events: readonly WriteBackEvent[]) {
  const steps: { event: WriteBackEvent; from: WriteBackStage; to: WriteBackStage }[] = [];
  let stage = start;
  for (const event of events) {
    if (!isPossible(stage, event)) continue;
    const to = nextStage(stage, event);
    steps.push({ event, from: stage, to });
    stage = to;
  }
  return steps;
}

/** Long enough to come everywhere: in each stage one event is chosen among the possible ones. */
const history = fc.array(fc.nat(), { maxLength: 60 }).chain((choices) =>
  fc.constantFrom<WriteBackStage>('queued', 'prepared').map((start) => {
    const events: WriteBackEvent[] = [];
    let stage = start;
    for (const choice of choices) {
      const possible = EVENTS.filter((event) => isPossible(stage, event));
      const event = possible[choice % Math.max(1, possible.length)];
      if (event === undefined) break;
      events.push(event);
      stage = nextStage(stage, event);
    }
    return walk(start, events);
  }),
);

describe('the stages of a posting', () => {
  it('send no second note unless the technician says so after nobody knew of the first', () => {
    fc.assert(
      fc.property(history, (steps) => {
        /** A note may be on the ticket that no decision has accounted for. */
        let mayBeOut = false;
        for (const { event, from, to } of steps) {
          if (to === 'note_sending') {
            expect(mayBeOut).toBe(false);
            mayBeOut = true;
          }
          if (event === 'note_not_sent') mayBeOut = false;
          if (event === 'post_again') {
            expect(from).toBe('note_unknown');
            mayBeOut = false;
          }
        }
      }),
      { numRuns: runs(5_000) },
    );
  });

  it('never come back to sending once the note is known to be there', () => {
    fc.assert(
      fc.property(history, (steps) => {
        let isKnown = false;
        for (const { event, to } of steps) {
          if (event === 'note_answered' || event === 'note_found') isKnown = true;
          // It was seen to be gone, or the technician wants another.
          if (event === 'note_missing' || event === 'post_again') isKnown = false;
          if (isKnown) expect(['queued', 'asking', 'prepared', 'note_sending']).not.toContain(to);
        }
      }),
      { numRuns: runs(5_000) },
    );
  });

  it('are done only by a status that was verified or skipped, or by the word of the technician', () => {
    fc.assert(
      fc.property(history, (steps) => {
        for (const [index, { event, to }] of steps.entries()) {
          if (to !== 'done') continue;
          expect(['status_verified', 'status_skipped', 'close_anyway']).toContain(event);
          expect(index).toBe(steps.length - 1);
          const seen = steps.map((step) => step.event);
          if (event !== 'close_anyway') {
            expect(seen.some((one) => one === 'note_read_back' || one === 'accept_note')).toBe(
              true,
            );
          }
        }
      }),
      { numRuns: runs(5_000) },
    );
  });

  it('can all be reached, and all be left but the last two', () => {
    const reached = new Set<WriteBackStage>(['queued', 'prepared']);
    for (const stage of reached) {
      for (const event of EVENTS) {
        if (isPossible(stage, event)) reached.add(nextStage(stage, event));
      }
    }
    expect([...reached].sort()).toEqual([...WRITE_BACK_STAGES].sort());
    for (const stage of WRITE_BACK_STAGES) {
      const last = stage === 'done' || stage === 'cancelled';
      expect(EVENTS.some((event) => isPossible(stage, event))).toBe(!last);
    }
  });

  it('throw at what cannot happen', () => {
    expect(() => nextStage('note_posted', 'send_note')).toThrow(/note_posted.*send_note/);
    expect(() => nextStage('note_unknown', 'send_note')).toThrow();
    expect(() => nextStage('done', 'close_anyway')).toThrow();
    expect(isUnsent('note_sending')).toBe(false);
  });
});
