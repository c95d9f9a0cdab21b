import { describe, expect } from 'vitest';
import { activeFix } from '../../../shared/domain/active-fix.ts';
import { proposalSchema } from '../../../shared/domain/proposal.ts';
import {
  answer,
  ask,
  FIX,
  propose,
  proposeCheck,
  proposeFact,
  proposeOutcome,
} from './lane-test.ts';
import { newSession, test } from './store-test.ts';

const CONFLICT = expect.objectContaining({ code: 'CONFLICT' });
const NOT_FOUND = expect.objectContaining({ code: 'NOT_FOUND' });
const INVALID_INPUT = expect.objectContaining({ code: 'INVALID_INPUT' });

const OLD_FIX = { title: 'The old one', description: '', confidence: 60 };
const REWORDED = { title: 'Restart the spooler twice', description: 'By hand.', confidence: 70 };

describe('a proposed fix', () => {
  test('supersedes the active one when it is confirmed, in the words given then', ({
    store,
    session: session_id,
  }) => {
    const old = store.fixes.suggest({ session_id, ...OLD_FIX });
    const { id } = propose(store, answer(store, session_id), FIX);
    expect(activeFix(store.fixes.list(session_id))?.id).toBe(old.id);
    const confirmed = store.fixes.suggest({ session_id, ...REWORDED, proposal_id: id });
    expect(confirmed).toMatchObject(REWORDED);
    expect(activeFix(store.fixes.list(session_id))?.id).toBe(confirmed.id);
    expect(store.fixes.get(old.id).superseded_at).not.toBeNull();
    const decided = store.proposals.get(id);
    expect(decided).toMatchObject({ state: 'confirmed', proposed: FIX });
    expect(proposalSchema.parse(decided)).toEqual(decided);
  });

  test('leaves the active one alone when it is turned down', ({ store, session: session_id }) => {
    const old = store.fixes.suggest({ session_id, ...OLD_FIX });
    const { id } = propose(store, answer(store, session_id), FIX);
    expect(store.proposals.reject(id).state).toBe('rejected');
    expect(store.proposals.reject(id).state).toBe('rejected');
    expect(store.fixes.list(session_id)).toEqual([old]);
    expect(() => store.fixes.suggest({ session_id, ...REWORDED, proposal_id: id })).toThrow(
      CONFLICT,
    );
    expect(store.fixes.list(session_id)).toEqual([old]);
  });

  test('is confirmed once', ({ store, session: session_id }) => {
    const { id } = propose(store, answer(store, session_id), FIX);
    const confirm = () => store.fixes.suggest({ session_id, ...REWORDED, proposal_id: id });
    const fix = confirm();
    expect(confirm).toThrow(CONFLICT);
    expect(() => store.proposals.reject(id)).toThrow(CONFLICT);
    expect(store.fixes.list(session_id)).toEqual([fix]);
  });

  test('is one of its session, and a fix', ({ store, session: session_id }) => {
    const answered = answer(store, session_id);
    const { proposal } = proposeFact(store, answered);
    const elsewhere = propose(store, answer(store, newSession(store, 'Another one')), FIX);
    const suggest = (proposal_id: number) => () =>
      store.fixes.suggest({ session_id, ...REWORDED, proposal_id });
    expect(suggest(proposal.id)).toThrow(INVALID_INPUT);
    expect(suggest(elsewhere.id)).toThrow(NOT_FOUND);
    expect(suggest(999)).toThrow(NOT_FOUND);
    expect(store.fixes.list(session_id)).toEqual([]);
    expect(store.proposals.get(elsewhere.id).state).toBe('open');
  });
});

describe('a proposed outcome', () => {
  test('is confirmed by recording it, as it stands or otherwise', ({ store, session }) => {
    const fix = store.fixes.suggest({ session_id: session, ...OLD_FIX });
    const { id } = proposeOutcome(store, answer(store, session), fix.id);
    const verdict = { outcome: 'partly', outcome_note: 'One of two', proposal_id: id } as const;
    const { outcome_at } = store.fixes.setOutcome(fix.id, verdict);
    expect(store.fixes.setOutcome(fix.id, verdict)).toMatchObject({
      ...{ outcome: 'partly', outcome_note: 'One of two', outcome_at },
    });
    expect(store.proposals.get(id).state).toBe('confirmed');
  });

  test('is confirmed also where the fix has that outcome already', ({ store, session }) => {
    const fix = store.fixes.suggest({ session_id: session, ...OLD_FIX });
    const { id } = proposeOutcome(store, answer(store, session), fix.id);
    const verdict = { outcome: 'worked', outcome_note: null } as const;
    store.fixes.setOutcome(fix.id, verdict);
    store.fixes.setOutcome(fix.id, { ...verdict, proposal_id: id });
    expect(store.proposals.get(id).state).toBe('confirmed');
  });

  test('is about the fix that it names, and changes nothing when refused', ({ store, session }) => {
    const answered = answer(store, session);
    const first = store.fixes.suggest({ session_id: session, ...OLD_FIX });
    store.fixes.setOutcome(first.id, { outcome: 'failed', outcome_note: 'No' });
    const second = store.fixes.suggest({ session_id: session, ...REWORDED });
    const { id } = proposeOutcome(store, answered, first.id);
    const verdict = { outcome: 'worked', outcome_note: null, proposal_id: id } as const;
    expect(() => store.fixes.setOutcome(second.id, verdict)).toThrow(INVALID_INPUT);
    store.proposals.reject(id);
    expect(() => store.fixes.setOutcome(first.id, verdict)).toThrow(CONFLICT);
    expect(store.fixes.list(session).map(({ outcome }) => outcome)).toEqual(['proposed', 'failed']);
  });
});

describe('a proposed fact', () => {
  test('stands as its fact stands', ({ store, session }) => {
    const { fact, proposal } = proposeFact(store, answer(store, session));
    const state = () => store.proposals.get(proposal.id).state;
    expect(state()).toBe('open');
    store.facts.update(fact.id, { text: 'Reworded first.' });
    expect(state()).toBe('open');
    store.facts.remove(fact.id);
    expect(state()).toBe('rejected');
    store.facts.restore(fact.id);
    expect(state()).toBe('open');
    store.facts.confirm(fact.id);
    expect(state()).toBe('confirmed');
    expect(() => store.proposals.reject(proposal.id)).toThrow(CONFLICT);
    expect(store.facts.get(fact.id)).toMatchObject({ status: 'confirmed', deleted_at: null });
  });

  test('leaves the facts when it is turned down', ({ store, session }) => {
    const { proposal } = proposeFact(store, answer(store, session));
    expect(store.proposals.reject(proposal.id).state).toBe('rejected');
    expect(store.facts.list(session)).toEqual([]);
    expect(() => store.proposals.decide(proposal.id, 'confirmed')).toThrow(CONFLICT);
  });

  test('is confirmed with others, all or none', ({ store, session }) => {
    const answered = answer(store, session);
    const ids = ['One', 'Two'].map((text) => proposeFact(store, answered, text).fact.id);
    const { fact: elsewhere } = proposeFact(store, answer(store, newSession(store)));
    const removed = proposeFact(store, answered, 'Three').fact.id;
    store.facts.remove(removed);
    const proposed = store.facts.list(session);
    expect(() => store.facts.confirmAll(session, [...ids, elsewhere.id])).toThrow(NOT_FOUND);
    expect(() => store.facts.confirmAll(session, [...ids, removed])).toThrow(CONFLICT);
    expect(store.facts.list(session)).toEqual(proposed);
    const confirmed = store.facts.confirmAll(session, ids);
    expect(confirmed.map(({ status }) => status)).toEqual(['confirmed', 'confirmed']);
    expect(store.facts.list(session)).toEqual(confirmed);
  });
});

describe('a proposed check', () => {
  test('stands as its check stands', ({ store, session }) => {
    const { check, proposal } = proposeCheck(store, answer(store, session));
    const state = () => store.proposals.get(proposal.id).state;
    expect(() => store.proposals.decide(proposal.id, 'confirmed')).toThrow(INVALID_INPUT);
    expect(store.proposals.reject(proposal.id).state).toBe('rejected');
    expect(store.checks.list(session)).toEqual([]);
    store.checks.reopen(check.id);
    expect(state()).toBe('open');
    store.checks.complete(check.id, { result: 'It answers.' });
    expect(state()).toBe('confirmed');
    expect(() => store.proposals.reject(proposal.id)).toThrow(CONFLICT);
  });
});

describe('a proposed summary or hand-off', () => {
  const SUMMARY = {
    ...{ kind: 'summary' as const, summary: 'It did not print.', customer_summary: null },
    unsupported: [],
  };
  const HAND_OFF = {
    kind: 'hand_off' as const,
    fields: [{ field: 'since' as const, value: 'Monday' }],
    unsupported: [],
  };

  test('changes the session only with the call that confirms it', ({ store, session }) => {
    const answered = answer(store, session);
    for (const [proposed, changes] of [
      [SUMMARY, { summary: 'It did not print at all.' }],
      [HAND_OFF, { since: 'Monday' }],
    ] as const) {
      const { id } = propose(store, answered, proposed);
      const before = store.sessions.get(session);
      expect(before).not.toMatchObject(changes);
      expect(store.sessions.update(session, { ...changes, proposal_id: id })).toMatchObject(
        changes,
      );
      expect(store.proposals.get(id).state).toBe('confirmed');
      const after = store.snapshot(session);
      store.sessions.update(session, { ...changes, proposal_id: id });
      expect(store.snapshot(session)).toEqual(after);
      expect(() => store.proposals.reject(id)).toThrow(CONFLICT);
    }
  });

  test('confirms no proposal of another kind or session, and none that was turned down', ({
    store,
    session,
  }) => {
    const answered = answer(store, session);
    const fix = propose(store, answered, FIX);
    const elsewhere = propose(store, answer(store, newSession(store)), SUMMARY);
    const rejected = propose(store, answered, HAND_OFF);
    store.proposals.reject(rejected.id);
    const before = store.snapshot(session);
    const confirm = (proposal_id: number) => () =>
      store.sessions.update(session, { summary: 'Changed', proposal_id });
    expect(confirm(fix.id)).toThrow(INVALID_INPUT);
    expect(confirm(elsewhere.id)).toThrow(NOT_FOUND);
    expect(confirm(rejected.id)).toThrow(CONFLICT);
    expect(store.snapshot(session)).toEqual(before);
  });
});

describe('a proposal', () => {
  test('comes with an answer of the copilot, and names its own session only', ({
    store,
    session,
  }) => {
    const other = answer(store, newSession(store, 'Another one'));
    const answered = answer(store, session);
    const fact = proposeFact(store, other).fact;
    const { check } = proposeCheck(store, other);
    const fix = store.fixes.suggest({ session_id: other.session_id, ...OLD_FIX });
    expect(() => propose(store, ask(store, session), FIX)).toThrow(NOT_FOUND);
    expect(() => propose(store, { ...other, session_id: session }, FIX)).toThrow(NOT_FOUND);
    const factProposal = {
      ...{ kind: 'fact' as const, fact_id: fact.id, text: 'x' },
      ...{ source_type: 'ticket' as const, role: 'symptom' as const, unsupported: [] },
      customer_wording: null,
    };
    expect(() => propose(store, answered, factProposal)).toThrow(NOT_FOUND);
    expect(() =>
      propose(store, answered, { kind: 'check', check_id: check.id, instruction: 'x' }),
    ).toThrow(NOT_FOUND);
    expect(() => proposeOutcome(store, answered, fix.id)).toThrow(NOT_FOUND);
    expect(store.proposals.list(session)).toEqual([]);
  });
});
