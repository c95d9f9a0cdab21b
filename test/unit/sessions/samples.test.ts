import { describe, expect } from 'vitest';
import { addSampleSessions } from '../../../electron/sessions/index.ts';
import { activeFix } from '../../../shared/domain/active-fix.ts';
import { DOMAINS } from '../../../shared/domain/session.ts';
import { sessionSnapshotSchema } from '../../../shared/domain/snapshot.ts';
import { NOTE_HEADINGS } from '../../../shared/notes/sections.ts';
import { test } from './store-test.ts';

const NOW = Date.UTC(2026, 10, 22, 12);

describe('the sample sessions', () => {
  test('are what the contract expects, dated before now', ({ store }) => {
    const added = addSampleSessions(store, NOW);
    const items = store.sessions.list({ limit: 100 });
    expect(items).toHaveLength(added);
    for (const { id } of items) {
      const snapshot = store.snapshot(id);
      expect(sessionSnapshotSchema.parse(snapshot)).toEqual(snapshot);
      expect(snapshot.session.updated_at).toBeLessThan(NOW);
      expect(snapshot.session.created_at).toBeLessThan(snapshot.session.updated_at);
      expect(DOMAINS).toContain(snapshot.session.domain);
      expect(snapshot.messages.length).toBeGreaterThan(0);
      expect(snapshot.facts.length).toBeGreaterThan(2);
    }
  });

  test('have one that holds every sort of thing', ({ store }) => {
    addSampleSessions(store, NOW);
    const [newest] = store.sessions.list({ limit: 1 });
    const { facts, fixes, messages, scripts } = store.snapshot(newest?.id ?? 0);
    expect(messages.length).toBeGreaterThanOrEqual(6);
    expect(facts.filter((fact) => fact.status === 'confirmed')).toHaveLength(6);
    expect(facts.filter((fact) => fact.status === 'proposed')).toHaveLength(1);
    expect(activeFix(fixes)).toMatchObject({ outcome: 'applied', confidence: 86 });
    expect(fixes.some((fix) => fix.outcome === 'failed')).toBe(true);
    expect(scripts).toMatchObject([{ state: 'ran' }]);
    expect(facts.some(({ role }) => role === 'cause')).toBe(true);
    expect(activeFix(fixes)?.done).not.toBeNull();
  });

  test('have closed ones whose notes bear the right headings', ({ store }) => {
    addSampleSessions(store, NOW);
    const closed = store.sessions.list({ limit: 100 }).filter((item) => item.state !== 'active');
    expect(closed.map((item) => item.state).sort()).toEqual(['escalated', 'resolved']);
    for (const { id } of closed) {
      const [note] = store.write_backs.list(id);
      const headings = note?.markdown.split('\n').filter((line) => line.startsWith('## '));
      expect(headings).toEqual(
        NOTE_HEADINGS[note?.kind ?? 'resolve'].map((heading) => `## ${heading}`),
      );
    }
  });
});
