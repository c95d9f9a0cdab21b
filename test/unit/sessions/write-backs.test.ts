import Database from 'better-sqlite3';
import { describe, expect } from 'vitest';
import { auditEntrySchema, writeBackSchema } from '../../../shared/domain/write-back.ts';
import { closeSession, test } from './store-test.ts';

const DRAFT = { markdown: 'Edited', base_markdown: 'Generated', base_state_version: 1 };

describe('closing a session locally', () => {
  test('keeps the note, the trail and the time, and drops the draft', ({ store, session }) => {
    store.sessions.update(session, { ticket_ref: '48213' });
    store.drafts.save({ session_id: session, kind: 'escalate', ...DRAFT });
    const closed = store.write_backs.closeLocally({
      session_id: session,
      kind: 'escalate',
      markdown: '## Problem\n\nTwo lines  \nas they are.\n',
      digest: 'digest',
      draft_markdown: 'As generated',
      draft_origin: 'local',
      sent: null,
      audit: [
        { step: 'confirmed', detail: 'By the technician.' },
        { step: 'escalated_locally', detail: 'Kept here.' },
      ],
    });
    expect(closed.session).toMatchObject({
      state: 'escalated',
      closed_at: closed.write_back.created_at,
    });
    expect(writeBackSchema.strict().parse(closed.write_back)).toEqual(closed.write_back);
    expect(closed.write_back).toMatchObject({
      markdown: '## Problem\n\nTwo lines  \nas they are.\n',
      ticket_ref: '48213',
      outcome: 'escalated_local',
    });
    expect(store.write_backs.list(session)).toEqual([closed.write_back]);
    expect(store.drafts.find(session, 'escalate')).toBeUndefined();

    const trail = store.audit.list(session);
    expect(trail.map((entry) => entry.step)).toEqual(['confirmed', 'escalated_locally']);
    expect(trail.map((entry) => auditEntrySchema.strict().parse(entry))).toEqual(trail);
    expect(trail.every((entry) => entry.write_back_id === closed.write_back.id)).toBe(true);
  });

  test('happens once; the second time says how and when it was closed', ({ store, session }) => {
    const { session: closed } = closeSession(store, session);
    expect(() => closeSession(store, session, 'Another note')).toThrow(
      expect.objectContaining({
        code: 'CONFLICT',
        message: expect.stringMatching(/resolved on \d+ \w+ \d{4}/),
        details: { state: 'resolved', closed_at: closed.closed_at },
      }),
    );
    expect(store.write_backs.list(session)).toHaveLength(1);
    expect(store.audit.list(session)).toHaveLength(1);
  });

  test('is everything or nothing', ({ store, session }) => {
    store.drafts.save({ session_id: session, kind: 'resolve', ...DRAFT });
    const direct = new Database(store.file);
    direct.exec(
      "CREATE TRIGGER no_ink BEFORE INSERT ON audit_entries BEGIN SELECT RAISE(ABORT, 'no ink'); END",
    );
    direct.close();
    expect(() => closeSession(store, session)).toThrow(
      expect.objectContaining({ code: 'INTERNAL' }),
    );
    expect(store.sessions.get(session).state).toBe('active');
    expect(store.write_backs.list(session)).toEqual([]);
    expect(store.drafts.find(session, 'resolve')?.markdown).toBe('Edited');
  });
});

describe('the audit trail', () => {
  test('goes on after the closing', ({ store, session }) => {
    closeSession(store, session);
    store.audit.add({
      session_id: session,
      write_back_id: null,
      step: 'later',
      detail: 'Looked again.',
    });
    expect(store.audit.list(session).map((entry) => entry.step)).toEqual(['confirmed', 'later']);
  });
});
