import { describe, expect, it } from 'vitest';
import type { PsaNote } from '../../../electron/psa/index.ts';
import { AppError } from '../../../shared/errors.ts';
import { failing, notebookDesk } from '../../fixtures/posting/notebook-desk.ts';

const TICKET = 48213;
const unanswered = failing('PSA_OUTCOME_UNKNOWN', 'No answer.');
const INTERNAL = { discussion: false, internal: true, resolution: false };
const RESOLUTION = { discussion: false, internal: false, resolution: true };
const never = new AbortController().signal;

type TestDesk = ReturnType<typeof notebookDesk>;

/** The note arrives, its answer does not, and so many others are written right after it. */
function loseAnswerUnder(desk: TestDesk, others: number): void {
  desk.psa.next(
    'addNote',
    () => {
      for (let at = 0; at < others; at += 1) {
        const note = { text: `alert ${at}`, flags: INTERNAL, notify: false };
        void desk.psa.addNote(TICKET, note, never);
      }
      unanswered();
    },
    'after',
  );
}

/** All lists of notes come changed like that. */
function bendNotes({ psa }: TestDesk, bend: (note: PsaNote) => PsaNote): void {
  const { newestNotes, getNote } = psa;
  psa.newestNotes = async (...given) => (await newestNotes(...given)).map(bend);
  psa.getNote = async (...given) => bend(await getNote(...given));
}

const oursOn = (desk: TestDesk) => desk.notes().filter(({ text }) => text.includes('Ref:'));

describe('a note that got no answer', () => {
  it.each([26, 130, 900])('is found under %i newer ones', async (others) => {
    const desk = notebookDesk();
    loseAnswerUnder(desk, others);
    expect(await desk.posting.post(desk.note)).toMatchObject({ outcome: 'resolved' });
    expect(oursOn(desk)).toHaveLength(1);
  });

  it('is neither said to be missing nor posted again under more than can be read', async () => {
    const desk = notebookDesk();
    loseAnswerUnder(desk, 1_100);
    await expect(desk.posting.post(desk.note)).rejects.toMatchObject({
      code: 'PSA_OUTCOME_UNKNOWN',
      message: expect.stringContaining('there are more than could be read'),
    });
    await expect(desk.posting.decide(desk.id, 'post_again')).rejects.toMatchObject({
      code: 'PSA_OUTCOME_UNKNOWN',
      message: expect.stringContaining('Nothing was sent'),
    });
    expect(desk.stage()).toBe('note_unknown');
    expect(oursOn(desk)).toHaveLength(1);
  });

  it('is found where the system cut it, and told as cut', async () => {
    const desk = notebookDesk();
    bendNotes(desk, (note) => ({ ...note, text: note.text.slice(0, 8_000) }));
    desk.psa.next('addNote', unanswered, 'after');
    await expect(
      desk.posting.post({ ...desk.note, markdown: 'word '.repeat(3_000) }),
    ).rejects.toMatchObject({ code: 'PSA_REJECTED', details: { differences: ['text'] } });
    expect(desk.stage()).toBe('note_posted');
    expect(desk.notes()).toHaveLength(1);
  });

  it('is ours though the system takes us for the customer', async () => {
    const desk = notebookDesk();
    bendNotes(desk, (note) => ({ ...note, by_customer: true }));
    desk.psa.next('addNote', unanswered, 'after');
    expect(await desk.posting.post(desk.note)).toMatchObject({ outcome: 'resolved' });
  });

  it('is told as a double where the second one got no answer either', async () => {
    const { psa, store, id, posting, note, notes, steps } = notebookDesk();
    psa.next('addNote', unanswered);
    await expect(posting.post(note)).rejects.toThrow();
    const text = store.intents.findOpen(id)?.body ?? '';
    psa.next('addNote', () => {
      void psa.addNote(TICKET, { text, flags: RESOLUTION, notify: false }, never);
    });
    psa.next('addNote', () => {}, 'after');
    psa.next('addNote', unanswered, 'after');
    const posted = await posting.decide(id, 'post_again');
    expect(notes()).toHaveLength(2);
    expect(posted?.warnings).toEqual([expect.stringContaining('more than once')]);
    expect(steps().filter((step) => step === 'double_note')).toHaveLength(1);
  });

  it('is told not to have been looked for twice where the notes could not be read', async () => {
    const { psa, id, posting, note, steps } = notebookDesk();
    psa.next('addNote', unanswered);
    await expect(posting.post(note)).rejects.toThrow();
    psa.next('getNote', () => psa.next('newestNotes', failing('OFFLINE', 'No network.')));
    const posted = await posting.decide(id, 'post_again');
    expect(posted?.warnings).toEqual([expect.stringContaining('could not be seen')]);
    expect(steps()).toContain('double_not_seen');
  });
});

describe('a note that was answered with a number which is not there', () => {
  it('is taken under the number that it has', async () => {
    const desk = notebookDesk();
    const { addNote } = desk.psa;
    desk.psa.addNote = async (...given) => ({ ...(await addNote(...given)), id: 999 });
    const { write_back } = await desk.posting.post(desk.note);
    expect(write_back.external_note_id).toBe(desk.notes()[0]?.id);
    expect(desk.notes()).toHaveLength(1);
  });
});

describe('a status that was being changed when the app ended', () => {
  async function ended(work: 'done' | 'not done') {
    const desk = notebookDesk();
    const first = desk.reopen();
    const stop = () => {
      void first.close();
      throw new AppError('PSA_OUTCOME_UNKNOWN', 'Ended.');
    };
    desk.psa.next('setStatus', stop, work === 'done' ? 'after' : 'before');
    await expect(first.post(desk.note)).rejects.toThrow();
    expect(desk.stage()).toBe('status_sending');
    return { ...desk, started: desk.reopen() };
  }

  it.each([
    failing('OFFLINE', 'No network.'),
    failing('RATE_LIMITED', 'Too many.', { retry_at: 0 }),
  ])('goes on by itself after a failure that passes', async (fail) => {
    const { psa, started, stage, settled } = await ended('done');
    psa.next('getTicket', fail);
    await started.resume();
    expect([stage(), settled]).toEqual(['status_sending', []]);
    await started.resume();
    await started.settled();
    expect(settled).toMatchObject([{ posted: { write_back: { verified_status: 'Done' } } }]);
  });

  it('stays where the network goes before the ticket is read again', async () => {
    const { psa, started, stage, settled } = await ended('not done');
    psa.next('setStatus', () => psa.next('getTicket', failing('OFFLINE', 'No network.')), 'after');
    await started.resume();
    expect(stage()).toBe('status_sending');
    await started.resume();
    await started.settled();
    expect(settled).toMatchObject([{ posted: { outcome: 'resolved' } }]);
  });

  it('is never said to be unchanged where nobody can tell', async () => {
    const { psa, id, started, stage } = await ended('done');
    psa.next('getTicket', failing('OFFLINE', 'No network.'));
    await expect(started.retry(id)).rejects.toMatchObject({
      code: 'PSA_STATUS_NOT_VERIFIED',
      details: { how: 'unknown' },
      message: expect.not.stringContaining('was not changed'),
    });
    expect(stage()).toBe('status_unverified');
  });
});

describe('a queued note in the background', () => {
  it('writes the same problem into the trail once', async () => {
    const { psa, posting, note, steps, settled } = notebookDesk();
    await posting.queue(note);
    const before = steps().length;
    for (let round = 0; round < 50; round += 1) {
      psa.next('getTicket', failing('AUTH_FAILED', 'Wrong keys.'));
      await posting.sendQueued();
    }
    expect([steps().length - before, settled.length]).toEqual([1, 1]);
  });

  it.each(['connectionChanged', 'sendQueued'] as const)(
    'is not tried with keys that are wrong until %s',
    async (way) => {
      const { psa, posting, note, notes } = notebookDesk();
      await posting.queue(note);
      psa.next('getTicket', failing('AUTH_FAILED', 'Wrong keys.'));
      await posting.resume();
      const calls = psa.calls.length;
      await posting.resume();
      expect(psa.calls).toHaveLength(calls);
      await posting[way]();
      await posting.resume();
      expect(notes()).toHaveLength(1);
    },
  );

  it('waits as long as the system asks for', async () => {
    let now = 1_000;
    const { psa, posting, note, notes } = notebookDesk('resolve', { now: () => now });
    await posting.queue(note);
    psa.next('getTicket', failing('RATE_LIMITED', 'Too many.', { retry_at: 5_000 }));
    await posting.resume();
    await posting.resume();
    expect(notes()).toEqual([]);
    now = 5_000;
    await posting.resume();
    expect(notes()).toHaveLength(1);
  });

  it('tells in words that it was dropped for a link to another ticket', async () => {
    const { posting, note, id, store, settled } = notebookDesk();
    await posting.queue(note);
    // The store refuses that by now; a file from before may hold it.
    const { get } = store.sessions;
    Object.assign(store.sessions, { get: () => ({ ...get(id), ticket_ref: '5' }) });
    await posting.sendQueued();
    expect(settled).toMatchObject([
      { posted: null, error: { code: 'CONFLICT', message: expect.stringContaining('not sent') } },
    ]);
  });
});
