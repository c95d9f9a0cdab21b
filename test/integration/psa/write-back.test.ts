import { describe, expect, it, onTestFinished } from 'vitest';
import type { PostingRules } from '../../../electron/psa/index.ts';
import type { NoteKind } from '../../../shared/domain/note.ts';
import { noteReference } from '../../../shared/domain/note-reference.ts';
import { linkedSession, MARKDOWN, postingOver } from '../../fixtures/posting/desk.ts';
import { SYSTEMS, TICKET } from '../../fixtures/posting/systems.ts';
import { temporaryStore } from '../../fixtures/store.ts';

describe.each(Object.entries(SYSTEMS))('posting to %s', (_, start) => {
  async function set(
    kind: NoteKind,
    options: { ticket?: string | null; rules?: PostingRules } = {},
  ) {
    const system = await start();
    onTestFinished(() => system.stop());
    const store = temporaryStore();
    const { ticket = `${TICKET}`, rules = system.rules } = options;
    const id = linkedSession(store, ticket, kind);
    const steps: string[] = [];
    const posting = postingOver(() => store, system.psa, rules, {
      onProgress: ({ step }) => void steps.push(step),
    });
    return {
      system,
      store,
      id,
      posting,
      steps,
      note: { session_id: id, kind, markdown: MARKDOWN[kind] },
    };
  }

  it('keeps the note of a session without a ticket on this machine', async () => {
    const { system, store, id, posting, note } = await set('resolve', { ticket: null });
    const { outcome, session } = await posting.post(note);
    expect(outcome).toBe('resolved_local');
    expect(session.state).toBe('resolved');
    expect(system.notes()).toEqual([]);
    expect(store.intents.findOpen(id)).toBeUndefined();
  });

  it('posts the note and moves the ticket to a verified status', async () => {
    const { system, store, id, posting, steps, note } = await set('resolve');
    const { outcome, session, write_back, warnings } = await posting.post(note);
    await posting.settled();

    const [posted, ...more] = system.notes();
    expect(more).toEqual([]);
    expect(posted?.text).toBe(`${note.markdown}\nRef: ${noteReference(id, 'resolve', TICKET)}`);
    expect(posted?.flags).toEqual({ discussion: false, internal: false, resolution: true });
    expect(system.status()).toBe(system.resolved);
    expect({ outcome, state: session.state, warnings }).toEqual({
      outcome: 'resolved',
      state: 'resolved',
      warnings: [],
    });
    expect(write_back).toMatchObject({
      markdown: note.markdown,
      draft_markdown: 'the generated note',
      external_note_id: posted?.id,
      verified_status: system.resolved,
      status_transition_skipped_reason: null,
      ticket_ref: `${TICKET}`,
    });
    expect(store.drafts.find(id, 'resolve')).toBeUndefined();
    expect(posting.outbox()).toEqual([]);
    expect(steps).toEqual([
      'reading_ticket',
      'posting_note',
      'reading_note_back',
      'changing_status',
      'verifying_status',
      'closing_session',
    ]);
    expect(store.audit.list(id).map(({ step }) => step)).toEqual([
      'confirmed',
      'prepared',
      'note_sending',
      'note_posted',
      'note_verified',
      'status_sending',
      'status_verified',
      'resolved',
      'second_look',
    ]);
  });

  it('says so where the status did not change, keeps the session, and never posts the note again', async () => {
    const { system, store, id, posting, note } = await set('resolve');
    const before = system.status();
    system.ignoreNextStatus();
    await expect(posting.post(note)).rejects.toMatchObject({
      code: 'PSA_STATUS_NOT_VERIFIED',
      message: expect.stringMatching(
        new RegExp(
          `on CW #${TICKET} \\(note \\d+\\).*not ${system.resolved}.*${before}.*try again`,
        ),
      ),
      details: { wanted: system.resolved, actual: before, how: 'ignored', reason: null },
    });
    expect(store.sessions.get(id).state).toBe('active');
    expect(store.drafts.find(id, 'resolve')?.markdown).toBe(note.markdown);
    expect(posting.outbox()).toMatchObject([
      {
        stage: 'status_unverified',
        actions: ['retry', 'close_anyway'],
        target_status: system.resolved,
      },
    ]);
    await expect(posting.post(note)).rejects.toMatchObject({ code: 'CONFLICT' });

    const { write_back } = await posting.retry(id);
    expect(write_back.verified_status).toBe(system.resolved);
    expect(system.notes()).toHaveLength(1);
  });

  it('skips the status where none is set, and says why', async () => {
    const rules = { statuses: {}, discussion_too: false, notify: false };
    const { system, posting, note } = await set('resolve', { rules });
    const before = system.status();
    const { outcome, write_back } = await posting.post(note);
    expect(outcome).toBe('resolved');
    expect(write_back.verified_status).toBeNull();
    expect(write_back.status_transition_skipped_reason).toMatch(/No resolved status is set for/);
    expect(system.status()).toBe(before);
    expect(system.notes()).toHaveLength(1);
  });

  it('refuses a second note after the first has closed the session', async () => {
    const { system, posting, note, id } = await set('resolve');
    await posting.post(note);
    for (const kind of ['resolve', 'escalate'] as const) {
      await expect(posting.post({ ...note, kind })).rejects.toMatchObject({ code: 'CONFLICT' });
      await expect(posting.queue({ ...note, kind })).rejects.toMatchObject({ code: 'CONFLICT' });
    }
    await expect(posting.retry(id)).rejects.toMatchObject({ code: 'CONFLICT' });
    await expect(posting.closeAnyway(id, 'x')).rejects.toMatchObject({ code: 'CONFLICT' });
    expect(system.notes()).toHaveLength(1);
  });

  it('escalates the same way', async () => {
    const { system, posting, note } = await set('escalate');
    const { outcome, session, write_back } = await posting.post(note);
    expect(outcome).toBe('escalated');
    expect(session.state).toBe('escalated');
    expect(write_back.verified_status).toBe(system.escalated);
    expect(system.status()).toBe(system.escalated);
  });

  it('keeps an escalation internal, whatever the settings say', async () => {
    const { system, posting, note, store, id } = await set('escalate', {
      rules: { statuses: {}, discussion_too: true, notify: true },
    });
    await posting.post(note);
    expect(system.notes().map(({ flags }) => flags)).toEqual([
      { discussion: false, internal: true, resolution: false },
    ]);
    expect(
      store.audit
        .list(id)
        .map(({ detail }) => detail)
        .join(' '),
    ).toContain('only staff can see it');
  });

  it('lets one of two presses at the same moment through', async () => {
    const { system, posting, note } = await set('resolve');
    const presses = await Promise.allSettled([posting.post(note), posting.post(note)]);
    expect(presses.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(system.notes()).toHaveLength(1);
  });

  it('tells beforehand what will be done', async () => {
    const { system, posting, id } = await set('resolve');
    const plan = await posting.plan(id, 'resolve');
    expect(plan).toMatchObject({
      local_because: null,
      audience: 'customer',
      ticket_ref: `CW #${TICKET}`,
      reference: noteReference(id, 'resolve', TICKET),
      ticket: { id: TICKET, status: { name: system.status() } },
      target_status: { name: system.resolved, closed: true },
      refusal: null,
      warnings: [],
      problem: null,
    });
    expect(await posting.plan(id, 'escalate')).toMatchObject({
      audience: 'internal',
      target_status: { name: system.escalated, closed: false },
    });
    expect(system.notes()).toEqual([]);
  });
});
