import { describe, expect, it } from 'vitest';
import { DESK, WAITING } from '../../fakes/notebook-psa.ts';
import { failing, notebookDesk } from '../../fixtures/posting/notebook-desk.ts';

const TICKET = 48213;

describe('the outbox', () => {
  it('keeps a note until there is a network, and sends it then', async () => {
    const { psa, posting, note, notes, stage, settled, reopen } = notebookDesk();
    psa.next('getTicket', failing('OFFLINE', 'No network.'));
    await expect(posting.post(note)).rejects.toMatchObject({
      code: 'OFFLINE',
      message: expect.stringContaining('You can queue it'),
    });
    const item = await posting.queue(note);
    expect(item).toMatchObject({ stage: 'queued', actions: ['retry', 'cancel'], running: false });

    psa.next('getTicket', failing('OFFLINE', 'No network.'));
    await posting.sendQueued();
    expect(stage()).toBe('queued');
    expect(settled).toEqual([]);
    expect(notes()).toEqual([]);

    const started = reopen();
    await started.resume();
    await started.settled();
    expect(settled.at(-1)).toMatchObject({ posted: { outcome: 'resolved' }, error: null });
    expect(notes()).toHaveLength(1);
    expect(started.outbox()).toEqual([]);
  });

  it('goes back to waiting where the network goes after the ticket was read', async () => {
    const { psa, posting, note, notes, stage } = notebookDesk();
    await posting.queue(note);
    psa.next('addNote', failing('OFFLINE', 'No network.'));
    await posting.sendQueued();
    expect(stage()).toBe('queued');
    await posting.sendQueued();
    expect(notes()).toHaveLength(1);
  });

  it.each([
    [
      'was closed',
      (desk: ReturnType<typeof notebookDesk>) =>
        desk.psa.change(TICKET, { closed: true, status: { id: 12, name: 'Done' } }),
      /is closed \(Done\)/,
    ],
    [
      'got another status',
      (desk) => desk.psa.change(TICKET, { status: WAITING }),
      /status went from Open to Waiting/,
    ],
    [
      'was moved',
      (desk) => desk.psa.change(TICKET, { board: { id: 2, name: 'Projects' } }),
      /moved from the board Desk to Projects/,
    ],
    [
      'has a new note of the customer',
      (desk) => desk.psa.addCustomerNote(TICKET, 'Still broken!'),
      /has written a new note/,
    ],
    [
      'was merged',
      (desk) => desk.psa.change(TICKET, { refusal: 'It is merged into #1.' }),
      /merged into #1/,
    ],
    [
      'is the same, and the note was edited',
      ({ store, id }) =>
        void store.drafts.save({
          session_id: id,
          kind: 'resolve',
          markdown: 'Better words.',
          base_markdown: 'the generated note',
          base_state_version: 1,
        }),
      /you have edited the note since/,
    ],
  ] as readonly (readonly [string, (desk: ReturnType<typeof notebookDesk>) => void, RegExp])[])(
    'asks instead of sending where the ticket %s',
    async (_, change, words) => {
      const desk = notebookDesk();
      const { posting, note, notes, id, store } = desk;
      await posting.plan(id, 'resolve');
      await posting.queue(note);
      // Times on file are in milliseconds.
      await new Promise((resolve) => setTimeout(resolve, 5));
      change(desk);
      await posting.sendQueued();
      expect(notes()).toEqual([]);
      expect(posting.outbox()).toMatchObject([
        {
          stage: 'asking',
          problem: { message: expect.stringMatching(words) },
          actions: ['send', 'cancel'],
        },
      ]);
      expect(store.sessions.get(id).state).toBe('active');
      // It waits for the technician, however often the network comes back.
      await posting.sendQueued();
      await posting.resume();
      expect(notes()).toEqual([]);
    },
  );

  it('sends on the word of the technician, and asks again about what changed since', async () => {
    const { psa, posting, note, notes, id } = notebookDesk();
    await posting.plan(id, 'resolve');
    await posting.queue(note);
    psa.change(TICKET, { status: WAITING });
    await posting.sendQueued();
    psa.addCustomerNote(TICKET, 'Hello?');
    await expect(posting.answer(id, 'send')).rejects.toMatchObject({
      code: 'CONFLICT',
      message: expect.stringContaining('has written a new note'),
    });
    expect(notes()).toEqual([]);
    expect(await posting.answer(id, 'send')).toMatchObject({ outcome: 'resolved' });
    expect(notes()).toHaveLength(1);
  });

  it('can be cancelled before and after the question; the draft stays', async () => {
    const { psa, posting, note, id, store } = notebookDesk();
    await posting.queue(note);
    await posting.cancelQueued(id);
    expect(posting.outbox()).toEqual([]);
    await posting.plan(id, 'resolve');
    await posting.queue(note);
    psa.change(TICKET, { status: WAITING });
    await posting.sendQueued();
    expect(await posting.answer(id, 'cancel')).toBeNull();
    expect(psa.calls).not.toContain('addNote');
    expect(store.drafts.find(id, 'resolve')?.markdown).toBe(note.markdown);
    await expect(posting.cancelQueued(id)).rejects.toMatchObject({ code: 'CONFLICT' });
  });

  it('holds the link of its session until it is cancelled', async () => {
    const { posting, note, id, store } = notebookDesk();
    await posting.queue(note);
    expect(() => store.sessions.update(id, { ticket_ref: '5' })).toThrow(
      expect.objectContaining({ code: 'CONFLICT', message: expect.stringMatching(/cancel/) }),
    );
    await posting.cancelQueued(id);
    expect(store.sessions.update(id, { ticket_ref: '5' }).ticket_ref).toBe('5');
  });

  it('keeps the status that the button said, whatever the settings say by then', async () => {
    let name = { id: 12, name: 'Done' };
    const { posting, note, id, store } = notebookDesk('resolve', {
      rules: async () => ({
        statuses: { [DESK.id]: { resolve: name, escalate: null } },
        discussion_too: false,
        notify: false,
      }),
    });
    await posting.plan(id, 'resolve');
    await posting.queue(note);
    name = WAITING;
    await posting.sendQueued();
    await posting.settled();
    expect(store.snapshot(id).write_backs[0]?.verified_status).toBe('Done');
  });

  it('needs a ticket and a PSA, and blocks what the checks block', async () => {
    const none = notebookDesk('resolve', { psa: async () => null });
    await expect(none.posting.queue(none.note)).rejects.toMatchObject({ code: 'NOT_CONFIGURED' });
    const { posting, note, id, store } = notebookDesk();
    store.sessions.update(id, { ticket_ref: null });
    await expect(posting.queue(note)).rejects.toMatchObject({ code: 'INVALID_INPUT' });
    await expect(posting.queue({ ...note, markdown: ' ' })).rejects.toMatchObject({
      code: 'INVALID_INPUT',
    });
    expect(posting.outbox()).toEqual([]);
  });
});

describe('an app that closes while it posts', () => {
  it('leaves on disk where it was, and goes on at the next start', async () => {
    const { psa, id, note, notes, stage, reopen } = notebookDesk();
    const first = reopen();
    const { addNote } = psa;
    psa.addNote = (ticket, sent, signal) =>
      new Promise((_, reject) => {
        void addNote(ticket, sent, signal);
        signal.addEventListener('abort', () => reject(new Error('aborted')), { once: true });
        void first.close();
      });
    await expect(first.post(note)).rejects.toThrow();
    expect(stage()).toBe('note_sending');
    psa.addNote = addNote;
    const second = reopen();
    await second.resume();
    await second.settled();
    expect(notes()).toHaveLength(1);
    expect(second.outbox()).toEqual([]);
    expect(id).toBeGreaterThan(0);
  });

  it('asks nobody while the ticket cannot be looked at, and looks later', async () => {
    const { psa, note, notes, stage, reopen } = notebookDesk();
    const first = reopen();
    const { addNote } = psa;
    psa.addNote = async (ticket, sent, signal) => {
      await addNote(ticket, sent, signal);
      void first.close();
      throw new Error('aborted');
    };
    await expect(first.post(note)).rejects.toThrow();
    psa.addNote = addNote;
    const second = reopen();
    for (let look = 0; look < 3; look += 1)
      psa.next('newestNotes', failing('OFFLINE', 'No network.'));
    await second.resume();
    expect(stage()).toBe('note_sending');
    await second.resume();
    await second.settled();
    expect(notes()).toHaveLength(1);
  });
});
