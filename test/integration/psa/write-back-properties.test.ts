import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { ErrorCode } from '../../../shared/errors.ts';
import { AppError } from '../../../shared/errors.ts';
import { runs } from '../../exploring/runs.ts';
import { openNotebook, WAITING } from '../../fakes/notebook-psa.ts';
import { linkedSession, MARKDOWN, postingOver } from '../../fixtures/posting/desk.ts';
import { NOTEBOOK_RULES } from '../../fixtures/posting/notebook-desk.ts';
import { temporaryStore } from '../../fixtures/store.ts';

const CALLS = [
  'getTicket',
  'newestNotes',
  'addNote',
  'getNote',
  'setStatus',
  'listStatuses',
] as const;
/** A read may fail with any of these, and so may a write of which nothing was sent. */
const CLEAR: readonly ErrorCode[] = [
  'OFFLINE',
  'PSA_REJECTED',
  'AUTH_FAILED',
  'RATE_LIMITED',
  'NOT_FOUND',
];
const ACTIONS = [
  'post',
  'post_other_text',
  'retry',
  'look_again',
  'post_again',
  'give_up',
  'accept_note',
  'close_anyway',
  'queue',
  'send_queued',
  'send',
  'cancel',
  'resume',
] as const;

const fault = fc.record({
  call: fc.constantFrom(...CALLS),
  /** A write that failed after its work has no clear answer; one that failed before may have none either. */
  when: fc.constantFrom('before', 'after'),
  code: fc.constantFrom(...CLEAR, 'PSA_OUTCOME_UNKNOWN' as const),
  /** What else happens to the ticket then. */
  meanwhile: fc.constantFrom('nothing', 'customer', 'status'),
});

const step = fc.record({
  action: fc.constantFrom(...ACTIONS),
  faults: fc.array(fault, { maxLength: 3 }),
});

it('no history of faults and answers leads to a second note nobody asked for, a lost draft or a false success', async () => {
  const store = temporaryStore();
  const psa = openNotebook();
  const template = psa.tickets.get(48213);
  let ticketId = 50_000;

  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom('resolve', 'escalate'),
      fc.array(step, { minLength: 1, maxLength: 8 }),
      async (kind, steps) => {
        ticketId += 1;
        if (template) psa.tickets.set(ticketId, { ...template, id: ticketId });
        const id = linkedSession(store, `${ticketId}`, kind);
        const open = () => postingOver(() => store, psa, NOTEBOOK_RULES);
        let posting = open();
        const note = { session_id: id, kind, markdown: MARKDOWN[kind] };
        const other = { ...note, markdown: 'The same in other words.\n' };
        const does: Record<(typeof ACTIONS)[number], () => Promise<unknown>> = {
          post: () => posting.post(note),
          post_other_text: () => posting.post(other),
          retry: () => posting.retry(id),
          look_again: () => posting.decide(id, 'look_again'),
          post_again: () => posting.decide(id, 'post_again'),
          give_up: () => posting.decide(id, 'give_up'),
          accept_note: () => posting.decide(id, 'accept_note'),
          close_anyway: () => posting.closeAnyway(id, 'It has to be.'),
          queue: () => posting.queue(note),
          send_queued: () => posting.sendQueued(),
          send: () => posting.answer(id, 'send'),
          cancel: () => posting.answer(id, 'cancel'),
          resume: () => {
            posting = open();
            return posting.resume();
          },
        };

        let decided = false;
        for (const { action, faults } of steps) {
          psa.clear();
          for (const { call, when, code, meanwhile } of faults) {
            const write = call === 'addNote' || call === 'setStatus';
            const told =
              write && when === 'after' ? 'PSA_OUTCOME_UNKNOWN' : write ? code : CLEAR[0];
            psa.next(
              call,
              () => {
                if (meanwhile === 'customer') psa.addCustomerNote(ticketId, 'Any news?');
                if (meanwhile === 'status') psa.change(ticketId, { status: WAITING });
                throw new AppError(told ?? 'OFFLINE', 'It failed.');
              },
              when,
            );
          }
          const stage = store.intents.findOpen(id)?.stage;
          decided ||= stage === 'note_unknown' && (action === 'post_again' || action === 'give_up');
          const failure = await does[action]().then(
            () => null,
            (error: unknown) => error,
          );
          await posting.settled();

          if (failure !== null) {
            expect(failure).toBeInstanceOf(AppError);
            expect(failure).not.toMatchObject({ code: 'INTERNAL' });
          }
          const notes = psa.notesOf(ticketId).filter(({ by_customer }) => !by_customer);
          if (!decided) expect(notes.length).toBeLessThanOrEqual(1);
          for (const { flags } of notes) {
            expect(flags.internal).toBe(kind === 'escalate');
            expect(flags.discussion || flags.resolution).toBe(kind === 'resolve');
          }
          const { session, drafts, write_backs } = store.snapshot(id);
          if (session.state === 'active') {
            expect(drafts.map(({ markdown }) => markdown)).toEqual([note.markdown]);
            expect(write_backs).toEqual([]);
            continue;
          }
          const [closed, ...more] = write_backs;
          expect(more).toEqual([]);
          expect(notes.map((one) => one.id)).toContain(closed?.external_note_id);
          expect(notes.find((one) => one.id === closed?.external_note_id)?.text).toContain(
            closed?.markdown.trim(),
          );
          expect(store.intents.findOpen(id)).toBeUndefined();
          if (closed?.verified_status === null) {
            expect(
              closed.closed_anyway_reason ?? closed.status_transition_skipped_reason,
            ).toBeTruthy();
          } else {
            expect(closed?.verified_status).toBe(kind === 'resolve' ? 'Done' : 'Handed on');
          }
          break;
        }
      },
    ),
    { numRuns: runs(400) },
  );
});
