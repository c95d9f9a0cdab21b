import { describe, expect, it } from 'vitest';
import type { Psa } from '../../../electron/psa/index.ts';
import { DESK, DONE, openNotebook, WAITING } from '../../fakes/notebook-psa.ts';
import { linkedSession, MARKDOWN, postingOver } from '../../fixtures/posting/desk.ts';
import { failing, NOTEBOOK_RULES, notebookDesk } from '../../fixtures/posting/notebook-desk.ts';
import { temporaryStore } from '../../fixtures/store.ts';

const TICKET = 48213;

/** One desk and two systems, each with a ticket of the same number; the settings lead to the first. */
function twoSystems() {
  const [first, second] = [openNotebook('https://one/acme'), openNotebook('https://two/acme')];
  second.change(TICKET, { summary: 'Of another customer' });
  let now: Psa = first;
  const store = temporaryStore();
  const id = linkedSession(store, `${TICKET}`, 'resolve');
  const posting = postingOver(() => store, null, NOTEBOOK_RULES, { psa: async () => now });
  return {
    ...{ first, second, store, id, posting },
    note: { session_id: id, kind: 'resolve', markdown: MARKDOWN.resolve } as const,
    stage: () => store.intents.findOpen(id)?.stage,
    connectTo: (psa: Psa) => {
      now = psa;
    },
  };
}

const OTHER_SYSTEM = {
  code: 'CONFLICT',
  message: expect.stringContaining('https://one/acme'),
};

describe('a posting belongs to the system that it was confirmed for', () => {
  it('queued, it waits until that one is back', async () => {
    const { first, second, id, posting, note, stage, connectTo } = twoSystems();
    await posting.plan(id, 'resolve');
    await posting.queue(note);
    connectTo(second);
    await posting.sendQueued();
    await posting.resume();
    await expect(posting.retry(id)).rejects.toMatchObject(OTHER_SYSTEM);
    expect(second.calls).toEqual([]);
    expect(stage()).toBe('queued');
    connectTo(first);
    await posting.sendQueued();
    await posting.settled();
    expect(first.notesOf(TICKET)).toHaveLength(1);
  });

  it('asked about, unsent or of unknown outcome, it does nothing elsewhere and can be ended', async () => {
    const asked = twoSystems();
    await asked.posting.plan(asked.id, 'resolve');
    await asked.posting.queue(asked.note);
    asked.first.change(TICKET, { status: WAITING });
    await asked.posting.sendQueued();
    asked.connectTo(asked.second);
    await expect(asked.posting.answer(asked.id, 'send')).rejects.toMatchObject(OTHER_SYSTEM);
    await asked.posting.cancelQueued(asked.id);

    const refused = twoSystems();
    refused.first.next('addNote', failing('PSA_REJECTED', 'No.'));
    await expect(refused.posting.post(refused.note)).rejects.toMatchObject({
      code: 'PSA_REJECTED',
    });
    refused.connectTo(refused.second);
    await expect(refused.posting.retry(refused.id)).rejects.toMatchObject(OTHER_SYSTEM);

    const unknown = twoSystems();
    unknown.first.next('addNote', failing('PSA_OUTCOME_UNKNOWN', 'No answer.'));
    await expect(unknown.posting.post(unknown.note)).rejects.toMatchObject({
      code: 'PSA_OUTCOME_UNKNOWN',
    });
    unknown.connectTo(unknown.second);
    for (const decision of ['look_again', 'post_again'] as const) {
      await expect(unknown.posting.decide(unknown.id, decision)).rejects.toMatchObject(
        OTHER_SYSTEM,
      );
    }
    expect(await unknown.posting.decide(unknown.id, 'give_up')).toBeNull();
    for (const { second } of [asked, refused, unknown]) expect(second.calls).toEqual([]);
  });

  it('changes no status elsewhere, and can be closed as it is', async () => {
    const { first, second, id, posting, note, connectTo } = twoSystems();
    first.next('setStatus', failing('PSA_REJECTED', 'No.'));
    await expect(posting.post(note)).rejects.toMatchObject({ code: 'PSA_STATUS_NOT_VERIFIED' });
    connectTo(second);
    await expect(posting.retry(id)).rejects.toMatchObject(OTHER_SYSTEM);
    expect(second.calls).toEqual([]);
    expect(await posting.closeAnyway(id, 'The old system is gone.')).toMatchObject({
      outcome: 'resolved',
    });
  });

  it.each([
    ['addNote', 'note_sending', 'note_unknown'],
    ['setStatus', 'status_sending', 'status_unverified'],
  ] as const)('interrupted in %s, it stops where it can be ended', async (call, before, after) => {
    const { psa, note, id, stage, posting, reopen, store } = notebookDesk();
    psa.next(call, () => {
      void posting.close();
      throw new Error('killed');
    });
    psa.next('getTicket', () => {}, 'after');
    await expect(posting.post(note)).rejects.toThrow();
    expect(stage()).toBe(before);
    expect(reopen().outbox()).toHaveLength(1);
    const other = openNotebook('https://two/acme');
    const started = postingOver(() => store, other, NOTEBOOK_RULES);
    await started.resume();
    expect(stage()).toBe(after);
    expect(other.calls).toEqual([]);
    expect(store.intents.findOpen(id)?.problem?.message).toContain('belongs to notebook');
  });

  it('shows the ticket of the system that is set up', async () => {
    const { second, id, posting, connectTo } = twoSystems();
    await posting.plan(id, 'resolve');
    connectTo(second);
    expect((await posting.plan(id, 'resolve')).ticket?.summary).toBe('Of another customer');
  });
});

describe('a session that is linked anew while its ticket is read', () => {
  it.each([
    ['9', 'getTicket'],
    [null, 'newestNotes'],
  ] as const)('to %s: nothing is sent, and nothing stays open', async (ticket_ref, call) => {
    const { psa, posting, store, id, note, stage, steps } = notebookDesk();
    psa.next(call, () => void store.sessions.update(id, { ticket_ref }));
    await expect(posting.post(note)).rejects.toMatchObject({
      code: 'CONFLICT',
      message: expect.stringContaining('was not sent to CW #48213'),
    });
    expect(psa.calls).not.toContain('addNote');
    expect(stage()).toBeUndefined();
    expect(steps()).toContain('cancelled');
    expect(store.drafts.find(id, 'resolve')?.markdown).toBe(note.markdown);
  });

  it('is asked beforehand, and refuses while the posting runs', async () => {
    const { psa, posting, id, note } = notebookDesk();
    const relink = (ref: string | null) => () => posting.requireRelinkable(id, ref);
    const told: unknown[] = [];
    psa.next('getTicket', () => {
      expect(relink(`${TICKET}`)).not.toThrow();
      for (const ref of ['9', null]) {
        try {
          relink(ref)();
        } catch (error) {
          told.push(error);
        }
      }
    });
    await posting.post(note);
    expect(told).toMatchObject([{ code: 'CONFLICT' }, { code: 'CONFLICT' }]);
    expect(relink('9')).not.toThrow();
  });
});

describe('what the screen said', () => {
  const flags = { discussion: false, internal: false, resolution: true };
  const shown = { ticket_id: TICKET, target_status_id: DONE.id, flags };
  const OTHERWISE = {
    code: 'CONFLICT',
    message: expect.stringMatching(/^The ticket or the settings changed: now it would be CW #/),
  };

  it('is done', async () => {
    const { posting, note } = notebookDesk();
    expect(await posting.post({ ...note, shown })).toMatchObject({ outcome: 'resolved' });
  });

  it.each([
    ['another ticket', { ...shown, ticket_id: 5 }],
    ['another status', { ...shown, target_status_id: WAITING.id }],
    ['no status', { ...shown, target_status_id: null }],
    ['other readers', { ...shown, flags: { ...flags, discussion: true } }],
  ])('was %s: nothing is sent or queued', async (_, said) => {
    const { psa, posting, id, note, stage } = notebookDesk();
    await posting.plan(id, 'resolve');
    await expect(posting.queue({ ...note, shown: said })).rejects.toMatchObject(OTHERWISE);
    await expect(posting.post({ ...note, shown: said })).rejects.toMatchObject(OTHERWISE);
    expect(psa.calls).not.toContain('addNote');
    expect(stage()).toBeUndefined();
  });

  it('was the status of the board on which the ticket stood', async () => {
    const { psa, posting, id, note } = notebookDesk();
    await posting.plan(id, 'resolve');
    psa.change(TICKET, { board: { id: 2, name: 'Projects' } });
    await expect(posting.post({ ...note, shown })).rejects.toMatchObject({
      ...OTHERWISE,
      message: expect.stringContaining('the status stays as it is'),
    });
    expect((await posting.plan(id, 'resolve')).target_status).toBeNull();
    expect(psa.calls).not.toContain('addNote');
  });

  it('was a ticket: the note is not kept here instead', async () => {
    const { posting, note, store, id } = notebookDesk('resolve', { psa: async () => null });
    await expect(posting.post({ ...note, shown })).rejects.toMatchObject({
      code: 'NOT_CONFIGURED',
    });
    expect(store.sessions.get(id).state).toBe('active');
  });

  it('holds for another try, too', async () => {
    const { psa, posting, id, note, notes, stage } = notebookDesk();
    psa.next('addNote', failing('PSA_REJECTED', 'No.'));
    await expect(posting.post({ ...note, shown })).rejects.toMatchObject({ code: 'PSA_REJECTED' });
    psa.addCustomerNote(TICKET, 'It works again.');
    await expect(posting.retry(id)).rejects.toMatchObject({
      code: 'CONFLICT',
      message: expect.stringContaining('has written a new note'),
    });
    expect([notes(), stage()]).toEqual([[], 'asking']);
    expect(await posting.answer(id, 'send')).toMatchObject({ outcome: 'resolved' });
  });

  it('was that the status stays: it stays, whatever the settings say by then', async () => {
    let resolve: typeof DONE | null = null;
    const { psa, posting, note, id, notes } = notebookDesk('resolve', {
      rules: async () => ({
        ...NOTEBOOK_RULES,
        statuses: { [DESK.id]: { resolve, escalate: null } },
      }),
    });
    await posting.plan(id, 'resolve');
    await posting.queue({ ...note, shown: { ...shown, target_status_id: null } });
    resolve = DONE;
    await posting.sendQueued();
    expect(notes()).toHaveLength(1);
    expect(psa.calls).not.toContain('setStatus');
  });
});
