import { describe, expect, it } from 'vitest';
import { createPosting, noteDigest } from '../../../electron/psa/index.ts';
import type { Finding } from '../../../shared/domain/note.ts';
import { temporaryStore } from '../../fixtures/store.ts';

const MARKDOWN = '## Problem\n\nScanning failed.\n';

const BLOCKING: Finding = {
  rule_id: 'S4',
  level: 'block',
  can_override: true,
  message: 'A placeholder is left.',
  line: 1,
  from: 0,
  to: 1,
  repair: null,
};

function postingWith(findings: readonly Finding[] = []) {
  const store = temporaryStore();
  const { id } = store.sessions.create({
    title: 'Scan to folder fails',
    intake: '',
    domain: 'printing',
    ticket_ref: '48213',
  });
  const posting = createPosting({
    store: () => store,
    check: async () => ({ findings: [...findings], evidence: [], left_out: [] }),
    shown: async () => [{ markdown: 'the generated note', origin: 'local', sent: null }],
  });
  return { store, id, posting };
}

describe('posting a note that stays on this machine', () => {
  it('keeps the bytes, the draft beside them and the digest, and closes the session', async () => {
    const { store, id, posting } = postingWith();
    const posted = await posting.post({ session_id: id, kind: 'resolve', markdown: MARKDOWN });
    expect(posted.outcome).toBe('resolved_local');
    expect(posted.session.state).toBe('resolved');
    expect(store.snapshot(id).write_backs).toEqual([
      expect.objectContaining({
        markdown: MARKDOWN,
        draft_markdown: 'the generated note',
        draft_origin: 'local',
        digest: noteDigest(MARKDOWN),
        ticket_ref: '48213',
      }),
    ]);
  });

  it('keeps the note that an edited draft started from, not the newest one', async () => {
    const { store, id, posting } = postingWith();
    store.drafts.save({
      session_id: id,
      kind: 'resolve',
      markdown: MARKDOWN,
      base_markdown: 'the note of yesterday',
      base_state_version: 1,
    });
    const { write_back } = await posting.post({
      session_id: id,
      kind: 'resolve',
      markdown: MARKDOWN,
    });
    expect(write_back.draft_markdown).toBe('the note of yesterday');
  });

  it('refuses an empty note, whatever reason is given', async () => {
    const { store, id, posting } = postingWith();
    await expect(
      posting.post({
        session_id: id,
        kind: 'resolve',
        markdown: ' \n',
        override_reason: 'why not',
      }),
    ).rejects.toMatchObject({ code: 'INVALID_INPUT' });
    expect(store.sessions.get(id).state).toBe('active');
  });

  it('posts an escalation in parallel', async () => {
    const { id, posting } = postingWith();
    const posted = await posting.post({ session_id: id, kind: 'escalate', markdown: MARKDOWN });
    expect(posted).toMatchObject({
      outcome: 'escalated_local',
      session: { state: 'escalated' },
    });
  });

  it('refuses a second post of either kind with CONFLICT and writes nothing', async () => {
    const { store, id, posting } = postingWith();
    await posting.post({ session_id: id, kind: 'resolve', markdown: MARKDOWN });
    for (const kind of ['resolve', 'escalate'] as const) {
      await expect(posting.post({ session_id: id, kind, markdown: 'again' })).rejects.toMatchObject(
        { code: 'CONFLICT' },
      );
    }
    expect(store.snapshot(id).write_backs).toHaveLength(1);
  });

  it('lets just one of two presses at the same moment through', async () => {
    const { store, id, posting } = postingWith();
    const presses = await Promise.allSettled(
      (['resolve', 'escalate'] as const).map((kind) =>
        posting.post({ session_id: id, kind, markdown: MARKDOWN }),
      ),
    );
    expect(presses.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(store.snapshot(id).write_backs).toHaveLength(1);
  });

  it('is blocked by a check, unless it may be overridden and a reason is given', async () => {
    const { store, id, posting } = postingWith([BLOCKING]);
    const note = { session_id: id, kind: 'resolve', markdown: MARKDOWN } as const;
    await expect(posting.post(note)).rejects.toMatchObject({ code: 'DRAFT_BLOCKED' });
    await expect(posting.post({ ...note, override_reason: '  ' })).rejects.toMatchObject({
      code: 'DRAFT_BLOCKED',
    });
    expect(store.sessions.get(id).state).toBe('active');

    await posting.post({ ...note, override_reason: 'Agreed with the customer.' });
    expect(store.audit.list(id).map(({ step, detail }) => [step, detail])).toContainEqual([
      'checks_overridden',
      'S4: Agreed with the customer.',
    ]);
  });

  it('cannot be overridden where the rule says so', async () => {
    const { id, posting } = postingWith([{ ...BLOCKING, rule_id: 'X1', can_override: false }]);
    await expect(
      posting.post({
        session_id: id,
        kind: 'resolve',
        markdown: MARKDOWN,
        override_reason: 'please',
      }),
    ).rejects.toMatchObject({ code: 'DRAFT_BLOCKED' });
  });
});
