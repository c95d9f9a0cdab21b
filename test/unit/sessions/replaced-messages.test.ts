import { describe, expect } from 'vitest';
import type { SessionStore } from '../../../electron/sessions/index.ts';
import {
  answer,
  ask,
  FIX,
  propose,
  proposeCheck,
  proposeFact,
  proposeOutcome,
  requireSoundIndexes,
} from './lane-test.ts';
import { closeSession, newSession, test } from './store-test.ts';

const CONFLICT = expect.objectContaining({ code: 'CONFLICT' });

const bodies = (store: SessionStore, session: number) =>
  store.messages.list(session).map(({ body }) => body);

describe('a message that is replaced', () => {
  test('leaves the lane with all after it', ({ store, session }) => {
    ask(store, session, 'Stays');
    const other = newSession(store, 'Another one');
    ask(store, other, 'Elsewhere');
    const first = ask(store, session, 'Wrong');
    answer(store, session, 'An answer');
    store.messages.replaceFrom(first.id);
    expect(bodies(store, session)).toEqual(['Stays']);
    expect(bodies(store, other)).toEqual(['Elsewhere']);
    expect(store.snapshot(session)).toMatchObject({ earlier_messages: 0 });
    expect(store.messages.get(first.id).body).toBe('Wrong');
    expect(() => store.messages.replaceFrom(first.id)).toThrow(CONFLICT);
  });

  test('takes along what was proposed and not decided', ({ store, session }) => {
    const before = answer(store, session);
    const kept = proposeFact(store, before, 'From an earlier answer');
    const asked = ask(store, session);
    const { id } = store.messages.startAnswer({ session_id: session, reply_to: asked.id });
    const replaced = store.messages.keepAnswer(id, { body: 'x', state: 'complete' });
    const open = proposeFact(store, replaced, 'Open');
    const confirmed = proposeFact(store, replaced, 'Confirmed');
    store.facts.confirm(confirmed.fact.id);
    const check = proposeCheck(store, replaced, 'Open check');
    const done = proposeCheck(store, replaced, 'Done check');
    store.checks.complete(done.check.id, { result: 'Seen' });
    const fix = propose(store, replaced, FIX);

    store.messages.replaceFrom(asked.id);
    const { facts, checks, proposals } = store.snapshot(session);
    expect(facts.map(({ text }) => text)).toEqual(['From an earlier answer', 'Confirmed', 'Seen']);
    expect(store.facts.get(open.fact.id).deleted_at).not.toBeNull();
    expect(checks.map(({ instruction }) => instruction)).toEqual(['Done check']);
    expect(store.checks.get(check.check.id).state).toBe('dropped');
    expect(store.proposals.get(fix.id).state).toBe('rejected');
    expect(store.proposals.get(confirmed.proposal.id).state).toBe('confirmed');
    // What is listed is what the lane still tells of.
    expect(proposals.map((proposal) => proposal.id)).toEqual([kept.proposal.id]);
  });

  test('keeps an outcome that was confirmed', ({ store, session }) => {
    const fix = store.fixes.suggest({
      ...{ session_id: session, title: 'x', description: '', confidence: 5 },
    });
    const replaced = answer(store, session);
    const { id } = proposeOutcome(store, replaced, fix.id);
    store.fixes.setOutcome(fix.id, { outcome: 'worked', outcome_note: null, proposal_id: id });
    store.messages.replaceFrom(replaced.id);
    expect(store.fixes.get(fix.id).outcome).toBe('worked');
    expect(store.proposals.get(id).state).toBe('confirmed');
  });

  test('hands its pictures to its new wording', ({ store, session: session_id }) => {
    const bytes = Buffer.from('picture');
    const picture = store.attachments.addImage({
      ...{ session_id, name: 'Screen', media_type: 'image/png', bytes },
    });
    const message = {
      ...{ session_id, author: 'technician' as const, body: 'See' },
      attachment_ids: [picture.id],
    };
    const first = store.messages.add(message);
    expect(() => store.messages.add(message)).toThrow(
      expect.objectContaining({ code: 'INVALID_INPUT' }),
    );
    expect(store.messages.list(session_id)).toHaveLength(1);
    store.messages.replaceFrom(first.id);
    expect(store.attachments.list(session_id)).toEqual([]);
    const second = store.messages.add(message);
    expect(store.attachments.ofMessages([first.id, second.id])).toEqual([
      { ...picture, message_id: second.id },
    ]);
  });

  test('waits for an answer that is being written', ({ store, session }) => {
    const asked = ask(store, session);
    store.messages.startAnswer({ session_id: session, reply_to: asked.id });
    expect(() => store.messages.replaceFrom(asked.id)).toThrow(CONFLICT);
    expect(store.messages.list(session)).toHaveLength(2);
  });

  test('is refused by a closed session', ({ store, session }) => {
    const asked = ask(store, session);
    closeSession(store, session);
    expect(() => store.messages.replaceFrom(asked.id)).toThrow(CONFLICT);
  });
});

describe('the search for messages', () => {
  const hits = (store: SessionStore, query: string) => store.search({ query, limit: 5 }).length;

  test('follows what a message says and forgets replaced ones', ({ store, session }) => {
    const asked = ask(store, session, 'zebra');
    const { id } = store.messages.startAnswer({ session_id: session, reply_to: asked.id });
    store.messages.keepAnswer(id, { body: 'giraffe', state: 'streaming' });
    expect(hits(store, 'giraffe')).toBe(0);
    requireSoundIndexes(store);
    store.messages.keepAnswer(id, { body: 'giraffe and okapi', state: 'stopped' });
    expect(hits(store, 'zebra') + hits(store, 'giraffe') + hits(store, 'okapi')).toBe(3);
    requireSoundIndexes(store);
    store.messages.replaceFrom(id);
    expect(hits(store, 'giraffe') + hits(store, 'okapi')).toBe(0);
    expect(hits(store, 'zebra')).toBe(1);
    requireSoundIndexes(store);
  });
});
