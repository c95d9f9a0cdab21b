import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import type { NewIntent } from '../../../electron/sessions/index.ts';
import { linkedSession } from '../../fixtures/posting/desk.ts';
import { temporaryStore } from '../../fixtures/store.ts';

function set(changes: Partial<NewIntent> = {}) {
  const store = temporaryStore();
  const session_id = linkedSession(store, '48213', 'resolve');
  const intent: NewIntent = {
    session_id,
    kind: 'resolve',
    psa_identity: 'notebook',
    ticket_id: 48213,
    markdown: 'A note.\n',
    body: 'A note.\n\nRef: 7F3K-2QX',
    body_digest: 'abc',
    reference: '7F3K-2QX',
    override_reason: null,
    draft_markdown: 'As generated.',
    draft_origin: 'ai',
    sent: null,
    flags: { discussion: true, internal: false, resolution: true },
    notify: false,
    target: { id: 19, name: 'Completed' },
    target_skipped_reason: null,
    ticket: {
      board: { id: 1, name: 'Service Desk' },
      status: { id: 17, name: 'In Progress' },
      closed: false,
      last_updated: '2026-11-20T08:10:00Z',
    },
    newest_note_id: 9002,
    note_id: null,
    problem: { code: 'OFFLINE', message: 'No network.', details: { ticket_id: 48213 } },
    stage: 'prepared',
    ...changes,
  };
  return { store, session_id, intent };
}

describe('an intent on file', () => {
  it('reads back as it was written, with its line in the trail', () => {
    const { store, session_id, intent } = set();
    const added = store.intents.add(intent, [{ step: 'prepared', detail: 'Written down.' }]);
    expect(added).toMatchObject({ ...intent, attempts: 0 });
    expect(store.intents.findOpen(session_id)).toEqual(added);
    expect(store.intents.listOpen()).toEqual([added]);
    expect(store.audit.list(session_id).map(({ step }) => step)).toEqual(['prepared']);
  });

  it('is the only open one of its session', () => {
    const { store, intent } = set();
    const first = store.intents.add(intent, []);
    expect(() => store.intents.add(intent, [])).toThrow(
      expect.objectContaining({ code: 'CONFLICT' }),
    );
    store.intents.advance(first.id, 'prepared', { to: 'cancelled' }, []);
    expect(store.intents.add(intent, []).id).toBeGreaterThan(first.id);
  });

  it('moves on from the stage that it is in, once, and counts what was sent', () => {
    const { store, session_id, intent } = set();
    const { id } = store.intents.add(intent, []);
    const sending = store.intents.advance(
      id,
      'prepared',
      { to: 'note_sending', problem: null },
      [],
    );
    expect(sending).toMatchObject({ stage: 'note_sending', attempts: 1, problem: null });
    expect(() =>
      store.intents.advance(id, 'prepared', { to: 'note_sending' }, [{ step: 'x', detail: '' }]),
    ).toThrow(expect.objectContaining({ code: 'CONFLICT' }));
    expect(store.audit.list(session_id)).toEqual([]);
  });

  it('cannot cross who sees it, whatever the code does', () => {
    const crossed = [
      { kind: 'escalate', flags: { discussion: true, internal: true, resolution: false } },
      { kind: 'escalate', flags: { discussion: false, internal: false, resolution: true } },
      { kind: 'resolve', flags: { discussion: false, internal: true, resolution: true } },
      { kind: 'resolve', flags: { discussion: true, internal: false, resolution: false } },
    ] as const;
    for (const changes of crossed) {
      const { store, intent } = set(changes);
      expect(() => store.intents.add(intent, [])).toThrow();
      expect(store.intents.listOpen()).toEqual([]);
    }
  });

  it('never changes what it says, nor at all once it is finished', () => {
    const { store, intent } = set();
    const { id } = store.intents.add(intent, []);
    const direct = new Database(store.file);
    const run = (sql: string) => direct.prepare(sql).run(id);
    for (const column of ['markdown', 'body', 'reference', 'kind', 'psa_identity']) {
      expect(() => run(`UPDATE write_back_intents SET ${column} = 'x' WHERE id = ?`)).toThrow(
        /intent_fixed/,
      );
    }
    expect(() => run("UPDATE write_back_intents SET stage = 'note_posted' WHERE id = ?")).toThrow(
      /CHECK/,
    );
    run("UPDATE write_back_intents SET stage = 'cancelled' WHERE id = ?");
    expect(() => run("UPDATE write_back_intents SET stage = 'prepared' WHERE id = ?")).toThrow(
      /intent_finished/,
    );
    direct.close();
  });

  it.each(['5', null, 'CW 48213'])('is not sent where the session is linked to %s', (ref) => {
    const { store, session_id, intent } = set();
    store.sessions.update(session_id, { ticket_ref: ref });
    const { id } = store.intents.add(intent, []);
    expect(() => store.intents.advance(id, 'prepared', { to: 'note_sending' }, [])).toThrow(
      expect.objectContaining({ code: 'CONFLICT', message: expect.stringMatching(/not linked/) }),
    );
    expect(store.intents.findOpen(session_id)?.stage).toBe('prepared');
  });

  it('holds the link of its session as long as it is open', () => {
    const { store, session_id, intent } = set();
    const { id } = store.intents.add(intent, []);
    const link = (ticket_ref: string | null) => store.sessions.update(session_id, { ticket_ref });
    expect(() => link('5')).toThrow(/waits to be sent/);
    expect(link('48213').ticket_ref).toBe('48213');
    store.intents.advance(id, 'prepared', { to: 'note_sending' }, []);
    expect(() => link('5')).toThrow(/on its way to the ticket/);
    expect(() => link(null)).toThrow(expect.objectContaining({ code: 'CONFLICT' }));
    expect(store.sessions.update(session_id, { title: 'Another' }).title).toBe('Another');
    store.intents.advance(id, 'note_sending', { to: 'note_unknown' }, []);
    store.intents.advance(id, 'note_unknown', { to: 'cancelled' }, []);
    expect(link(null).ticket_ref).toBeNull();
  });
});
