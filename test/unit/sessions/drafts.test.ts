import { describe, expect } from 'vitest';
import { draftSchema } from '../../../shared/domain/note.ts';
import { closeSession, test } from './store-test.ts';

const DRAFT = { markdown: 'Edited', base_markdown: 'Generated', base_state_version: 1 };

describe('drafts', () => {
  test('are kept for each kind and overwritten as the technician types', ({ store, session }) => {
    store.drafts.save({ session_id: session, kind: 'resolve', ...DRAFT });
    store.drafts.save({ session_id: session, kind: 'escalate', ...DRAFT, markdown: 'Package' });
    const saved = store.drafts.save({
      session_id: session,
      kind: 'resolve',
      ...DRAFT,
      markdown: 'Edited more',
    });
    expect(draftSchema.strict().parse(saved)).toEqual(saved);
    expect(store.drafts.find(session, 'resolve')).toEqual(saved);
    expect(store.drafts.list(session).map((draft) => draft.markdown)).toEqual([
      'Package',
      'Edited more',
    ]);
  });

  test('are discarded', ({ store, session }) => {
    store.drafts.save({ session_id: session, kind: 'resolve', ...DRAFT });
    expect(store.drafts.discard(session, 'resolve')).toBe(true);
    expect(store.drafts.discard(session, 'resolve')).toBe(false);
    expect(store.drafts.find(session, 'resolve')).toBeUndefined();
  });

  test('are refused by a closed session', ({ store, session }) => {
    closeSession(store, session);
    expect(() => store.drafts.save({ session_id: session, kind: 'resolve', ...DRAFT })).toThrow(
      expect.objectContaining({ code: 'CONFLICT' }),
    );
  });
});
