import { describe, expect, test } from 'vitest';
import { createPreviews } from '../../../electron/drafting/index.ts';
import { createPosting } from '../../../electron/psa/index.ts';
import { createSecretGuard } from '../../../electron/secrets/index.ts';
import type { SessionStore } from '../../../electron/sessions/index.ts';
import { contract } from '../../../shared/contract/index.ts';
import { NOTE_KINDS } from '../../../shared/domain/note.ts';
import { createTestLog } from '../../fixtures/log.ts';
import { releases } from '../../fixtures/releases/releases.ts';
import { DRAFT_ENDING, DRAFTED_SESSION } from '../../fixtures/releases/walk.ts';
import { everySession, openHome } from './release-test.ts';

/** Drafting on this machine, over a store. */
function previewsOver(store: SessionStore) {
  return createPreviews({
    store: () => store,
    ai: {
      state: async () => 'no_key',
      tone: async () => 'plain',
      generator: {
        generate: async () => {
          throw new Error('Nobody may ask the AI here.');
        },
      },
    },
    secrets: createSecretGuard(),
    log: createTestLog(),
    onProgress: () => {},
  });
}

function postingOver(store: SessionStore) {
  const previews = previewsOver(store);
  return createPosting({
    store: () => store,
    check: previews.check,
    shown: previews.shown,
    psa: async () => null,
    rules: async () => ({ statuses: {}, discussion_too: false, notify: false }),
    log: createTestLog(),
  });
}

describe.each(releases())('what the screen asks of a home of %s', (release) => {
  test('each session is read in the shapes of the contract', () => {
    const { store, before } = openHome(release);
    const sessions = everySession(store);
    expect(sessions).toHaveLength(before.get('sessions')?.length ?? -1);
    expect(contract['sessions.list'].output.parse(sessions)).toEqual(sessions);
    for (const { id } of sessions) {
      const snapshot = store.snapshot(id);
      expect(contract['sessions.get'].output.parse(snapshot)).toEqual(snapshot);
      const trail = store.audit.list(id);
      expect(contract['posting.auditTrail'].output.parse(trail)).toEqual(trail);
      for (const { id: attachment } of snapshot.attachments) {
        expect(store.attachments.get(attachment).content.length).toBeGreaterThan(0);
      }
    }
    expect(store.templates.list()).toHaveLength(before.get('script_templates')?.length ?? 0);
    for (const query of ['okapi', 'password']) {
      const hits = store.search({ query, limit: 50 });
      expect(contract['sessions.search'].output.parse(hits)).toEqual(hits);
    }
  });

  test('each active session gets both notes', async () => {
    const { store } = openHome(release);
    const previews = previewsOver(store);
    for (const { id: session_id } of store.sessions.list({ limit: 1_000, state: 'active' })) {
      for (const kind of NOTE_KINDS) {
        const preview = await previews.preview(session_id, kind, { force: true });
        expect(contract['preview.get'].output.parse(preview)).toEqual(preview);
        expect(preview.markdown).toContain('## Problem');
      }
    }
  });

  test('an edited draft is there, to the last byte', () => {
    const { store } = openHome(release);
    const { id = 0 } = everySession(store).find(({ title }) => title === DRAFTED_SESSION) ?? {};
    const draft = store.drafts.find(id, 'escalate');
    expect(draft?.markdown.endsWith(DRAFT_ENDING)).toBe(true);
    expect(draft?.markdown).toBe(`${draft?.base_markdown}${DRAFT_ENDING}`);
  });

  test('notes on their way are where they were left, and stay there without a connection', async () => {
    const { store, before } = openHome(release);
    const left = (before.get('write_back_intents') ?? []).filter(
      ({ stage }) => stage !== 'done' && stage !== 'cancelled',
    );
    const posting = postingOver(store);
    const stages = () =>
      posting
        .outbox()
        .map(({ session_id, stage }) => `${session_id} ${stage}`)
        .sort();
    const expected = left.map(({ session_id, stage }) => `${session_id} ${stage}`).sort();
    expect(stages()).toEqual(expected);
    const items = posting.outbox();
    expect(contract['outbox.list'].output.parse(items)).toEqual(items);
    for (const { session_id } of left) {
      expect(store.sessions.get(Number(session_id)).state).toBe('active');
    }
    await posting.close();
    expect(stages()).toEqual(expected);
  });
});
