import { describe, expect, it } from 'vitest';
import { WAITING } from '../../fakes/notebook-psa.ts';
import { failing, notebookDesk } from '../../fixtures/posting/notebook-desk.ts';

const unanswered = failing('PSA_OUTCOME_UNKNOWN', 'No answer.');

describe('a note that got no answer', () => {
  it('is adopted where it is on the ticket, and not sent again', async () => {
    const { psa, posting, note, notes, steps, slept } = notebookDesk();
    psa.next('addNote', unanswered, 'after');
    const { outcome, write_back } = await posting.post(note);
    expect(outcome).toBe('resolved');
    expect(notes().map(({ id }) => id)).toEqual([write_back.external_note_id]);
    expect(steps()).toContain('note_adopted');
    expect(slept[0]).toBe(2_000);
  });

  it('is looked for after 2, 5 and 10 seconds, and then it is for the technician to say', async () => {
    const { psa, store, id, posting, note, notes, stage, slept } = notebookDesk();
    psa.next('addNote', unanswered);
    await expect(posting.post(note)).rejects.toMatchObject({
      code: 'PSA_OUTCOME_UNKNOWN',
      message: expect.stringMatching(/after 2, 5 and 10 seconds: there is no new note.*Ref: /),
      details: {
        ticket_id: 48213,
        looked: [2, 5, 10].map((after_seconds) => ({
          after_seconds,
          newer_notes: 0,
          problem: null,
        })),
      },
    });
    expect(slept).toEqual([2_000, 3_000, 5_000]);
    expect(notes()).toEqual([]);
    expect(stage()).toBe('note_unknown');
    expect(store.sessions.get(id).state).toBe('active');
    await expect(posting.post(note)).rejects.toMatchObject({ code: 'CONFLICT' });
    await expect(posting.closeAnyway(id, 'x')).rejects.toMatchObject({ code: 'CONFLICT' });
    expect(() => store.sessions.update(id, { ticket_ref: '5' })).toThrow(
      /on its way to the ticket/,
    );
  });

  it('is found by a later look, however late it arrives', async () => {
    const { psa, id, posting, note, notes } = notebookDesk();
    psa.next('addNote', unanswered);
    await expect(posting.post(note)).rejects.toThrow();
    await expect(posting.decide(id, 'look_again')).rejects.toMatchObject({
      code: 'PSA_OUTCOME_UNKNOWN',
      message: expect.stringContaining('read now: there is no new note'),
    });
    const flags = { discussion: false, internal: false, resolution: true };
    const text = `${note.markdown}\nRef: ${posting.outbox()[0]?.reference}`;
    await psa.addNote(48213, { text, flags, notify: false }, new AbortController().signal);
    expect(await posting.decide(id, 'look_again')).toMatchObject({ outcome: 'resolved' });
    expect(notes()).toHaveLength(1);
  });

  it('is posted again only on the word, with the same reference, after one more look', async () => {
    const { psa, id, posting, note, notes, steps } = notebookDesk();
    psa.next('addNote', unanswered);
    await expect(posting.post(note)).rejects.toThrow();
    const reference = posting.outbox()[0]?.reference ?? '';
    const posted = await posting.decide(id, 'post_again');
    expect(posted?.warnings).toEqual([]);
    expect(notes()).toHaveLength(1);
    expect(notes()[0]?.text).toContain(reference);
    expect(steps()).toContain('post_again');
  });

  it('is not posted again where the look finds it, or cannot be made', async () => {
    const { psa, id, posting, note, notes, stage } = notebookDesk();
    psa.next('addNote', unanswered, 'after');
    for (let look = 0; look < 4; look += 1) {
      psa.next('newestNotes', look === 0 ? () => {} : failing('OFFLINE', 'No network.'));
    }
    await expect(posting.post(note)).rejects.toMatchObject({ code: 'PSA_OUTCOME_UNKNOWN' });
    psa.next('newestNotes', failing('OFFLINE', 'No network.'));
    await expect(posting.decide(id, 'post_again')).rejects.toMatchObject({ code: 'OFFLINE' });
    expect(stage()).toBe('note_unknown');
    expect(await posting.decide(id, 'post_again')).toMatchObject({ outcome: 'resolved' });
    expect(notes()).toHaveLength(1);
  });

  it('is told where the first one arrives after all, beside the second', async () => {
    const { psa, id, posting, note, notes, steps } = notebookDesk();
    psa.next('addNote', unanswered);
    await expect(posting.post(note)).rejects.toThrow();
    const flags = { discussion: false, internal: false, resolution: true };
    const text = `${note.markdown}\nRef: ${posting.outbox()[0]?.reference}`;
    psa.next('addNote', () => {
      void psa.addNote(48213, { text, flags, notify: false }, new AbortController().signal);
    });
    const posted = await posting.decide(id, 'post_again');
    expect(notes()).toHaveLength(2);
    expect(posted?.warnings).toEqual([expect.stringContaining('more than once')]);
    expect(steps()).toContain('double_note');
  });

  it('can be given up; the next note is not posted beside it if it has arrived', async () => {
    const { psa, store, id, posting, note, notes } = notebookDesk();
    psa.next('addNote', unanswered, 'after');
    for (let look = 0; look < 4; look += 1) {
      psa.next('newestNotes', look === 0 ? () => {} : failing('OFFLINE', 'No network.'));
    }
    await expect(posting.post(note)).rejects.toThrow();
    expect(await posting.decide(id, 'give_up')).toBeNull();
    expect(posting.outbox()).toEqual([]);
    expect(store.drafts.find(id, 'resolve')?.markdown).toBe(note.markdown);

    const other = { ...note, markdown: 'Another text altogether.\n' };
    await expect(posting.post(other)).rejects.toMatchObject({
      code: 'PSA_OUTCOME_UNKNOWN',
      message: expect.stringContaining('holds a note of this session already'),
    });
    expect(notes()).toHaveLength(1);
    await posting.decide(id, 'give_up');
    expect(await posting.post(note)).toMatchObject({ outcome: 'resolved' });
    expect(notes()).toHaveLength(1);
  });
});

describe('a note that was stored otherwise', () => {
  it('is told loudly where the customer can see an internal package', async () => {
    const { psa, id, posting, note, stage, notes } = notebookDesk('escalate');
    const { addNote } = psa;
    psa.addNote = (ticket, sent, signal) =>
      addNote(
        ticket,
        { ...sent, flags: { discussion: true, internal: false, resolution: false } },
        signal,
      );
    await expect(posting.post(note)).rejects.toMatchObject({
      code: 'PSA_REJECTED',
      message: expect.stringMatching(
        /^The customer can see the internal package now\..*Discussion, where the customer can see it/,
      ),
      details: { differences: ['flags'] },
    });
    expect(stage()).toBe('note_posted');
    expect(posting.outbox()[0]?.actions).toEqual(['retry', 'accept_note', 'close_anyway']);
    await expect(posting.retry(id)).rejects.toMatchObject({ code: 'PSA_REJECTED' });

    const closed = await posting.closeAnyway(id, 'Corrected by hand.');
    expect(closed.write_back).toMatchObject({
      outcome: 'escalated',
      verified_status: null,
      closed_anyway_reason: 'Corrected by hand.',
      status_transition_skipped_reason: expect.stringContaining(
        'stored otherwise than it was sent',
      ),
    });
    expect(notes()).toHaveLength(1);
  });

  it('is asked about again where it is not there when read back', async () => {
    const { psa, id, posting, note, stage } = notebookDesk();
    psa.next('getNote', failing('NOT_FOUND'));
    const list = psa.newestNotes;
    let looks = 0;
    psa.newestNotes = async (...given) => {
      looks += 1;
      return looks === 1 ? list(...given) : [];
    };
    await expect(posting.post(note)).rejects.toMatchObject({ code: 'PSA_OUTCOME_UNKNOWN' });
    expect(stage()).toBe('note_unknown');
    psa.newestNotes = list;
    expect(await posting.decide(id, 'look_again')).toMatchObject({ outcome: 'resolved' });
  });
});

describe('a status', () => {
  it('that cannot be set can be left, with a reason, and the outcome says so', async () => {
    const { psa, store, id, posting, note } = notebookDesk();
    psa.next(
      'setStatus',
      failing('PSA_REJECTED', 'Refused: time is missing.', { reason: 'time is missing' }),
    );
    await expect(posting.post(note)).rejects.toMatchObject({
      code: 'PSA_STATUS_NOT_VERIFIED',
      details: { how: 'refused', wanted: 'Done', actual: 'Open', reason: 'time is missing' },
    });
    await expect(posting.closeAnyway(id, '  ')).rejects.toMatchObject({ code: 'INVALID_INPUT' });
    const { write_back, session } = await posting.closeAnyway(id, 'The dispatcher closes it.');
    expect(session.state).toBe('resolved');
    expect(write_back).toMatchObject({
      verified_status: null,
      status_transition_skipped_reason: expect.stringMatching(/was left as it is.*Open, not Done/),
      closed_anyway_reason: 'The dispatcher closes it.',
    });
    expect(store.drafts.find(id, 'resolve')).toBeUndefined();
  });

  it('that is there already is verified without a change', async () => {
    const { psa, posting, note } = notebookDesk();
    psa.next('addNote', () => psa.change(48213, { status: { id: 12, name: 'Done' } }), 'after');
    psa.next('setStatus', failing('PSA_OUTCOME_UNKNOWN', 'No answer.'));
    const { write_back } = await posting.post(note);
    expect(write_back.verified_status).toBe('Done');
    const again = notebookDesk();
    again.psa.change(48213, { status: { id: 12, name: 'Done' } });
    await again.posting.post(again.note);
    expect(again.psa.calls).not.toContain('setStatus');
  });

  it('that a rule changes a moment later is told, and stands in the trail', async () => {
    const { psa, id, posting, note, later, steps } = notebookDesk('resolve', {
      sleep: async (milliseconds) => {
        if (milliseconds === 4_000) psa.change(48213, { status: WAITING });
      },
    });
    expect(await posting.post(note)).toMatchObject({ write_back: { verified_status: 'Done' } });
    await posting.settled();
    expect(later).toEqual([
      {
        session_id: id,
        ticket_id: 48213,
        wanted: 'Done',
        actual: 'Waiting',
        words: expect.stringContaining(
          'CW #48213 was Done when the session was closed, and is Waiting',
        ),
      },
    ]);
    expect(steps().at(-1)).toBe('status_changed_later');
  });

  it('that nobody could look at a second time is no failure', async () => {
    const { psa, posting, note, later, steps } = notebookDesk('resolve', {
      sleep: async () => psa.next('getTicket', failing('OFFLINE', 'No network.')),
    });
    await posting.post(note);
    await posting.settled();
    expect([later, steps().at(-1)]).toEqual([[], 'second_look_failed']);
  });

  it('is asked for anew by the settings of now when tried again', async () => {
    let target = { id: 99, name: 'Gone' };
    const { posting, note, id, psa } = notebookDesk('resolve', {
      rules: async () => ({
        statuses: { '1': { resolve: target, escalate: null } },
        discussion_too: false,
        notify: false,
      }),
    });
    await expect(posting.post(note)).rejects.toMatchObject({
      code: 'PSA_STATUS_NOT_VERIFIED',
      message: expect.stringContaining('has no such status'),
    });
    expect(psa.calls).not.toContain('setStatus');
    target = { id: 12, name: 'Done' };
    expect((await posting.retry(id)).write_back.verified_status).toBe('Done');
  });
});

describe('where a note goes', () => {
  it('is what the button said, or nothing is done', async () => {
    const { posting, note, psa } = notebookDesk('resolve', { psa: async () => null });
    await expect(posting.post({ ...note, destination: 'ticket' })).rejects.toMatchObject({
      code: 'NOT_CONFIGURED',
    });
    const connected = notebookDesk();
    await expect(
      connected.posting.post({ ...connected.note, destination: 'local' }),
    ).rejects.toMatchObject({ code: 'CONFLICT' });
    expect([...psa.calls, ...connected.psa.calls]).toEqual([]);
    expect(await posting.post({ ...note, destination: 'local' })).toMatchObject({
      outcome: 'resolved_local',
    });
  });

  it('takes no more round trips than the protocol needs', async () => {
    const { posting, note, psa } = notebookDesk();
    await posting.post(note);
    const before = [
      'getTicket',
      'newestNotes',
      'addNote',
      'getNote',
      'listStatuses',
      'setStatus',
      'getTicket',
    ];
    expect(psa.calls.slice(0, before.length)).toEqual(before);
    await posting.settled();
    expect(psa.calls.slice(before.length)).toEqual(['getTicket']);
  });

  it('replaces a note that was not sent, and never one that was', async () => {
    const { posting, note, psa, notes } = notebookDesk();
    psa.next('addNote', failing('OFFLINE', 'No network.'));
    await expect(posting.post(note)).rejects.toMatchObject({ code: 'OFFLINE' });
    const edited = { ...note, markdown: 'Edited.\n' };
    const { write_back } = await posting.post(edited);
    expect(write_back.markdown).toBe('Edited.\n');
    expect(notes()).toHaveLength(1);
  });
});
