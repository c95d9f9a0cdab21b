import fc from 'fast-check';
import { describe, expect } from 'vitest';
import type { ResultFact, SessionStore } from '../../../electron/sessions/index.ts';
import { FACT_ROLES, type Fact, SOURCE_TYPES } from '../../../shared/domain/fact.ts';
import type { Proposal, Proposed } from '../../../shared/domain/proposal.ts';
import { ESCALATION_REASONS, NOTE_LANGUAGES } from '../../../shared/domain/session.ts';
import { FIX_OUTCOMES, type SuggestedFix } from '../../../shared/domain/suggested-fix.ts';
import { AppError } from '../../../shared/errors.ts';
import { runs } from '../../exploring/runs.ts';
import {
  answer,
  ask,
  FIX,
  propose,
  proposeCheck,
  proposeFact,
  requireSoundIndexes,
} from './lane-test.ts';
import { closeSession, newSession, test } from './store-test.ts';

/** One call: which one, in which of two sessions, and on which rows, by their place among all that there are. */
interface Step {
  readonly call: CallName;
  readonly in_first: boolean;
  readonly row: number;
  readonly other: number;
}

/** Everything that a run has made, in both sessions, so that rows of the other one are tried too. */
interface Run {
  readonly store: SessionStore;
  readonly answers: number[];
  readonly facts: number[];
  readonly fixes: number[];
  readonly checks: number[];
  readonly proposals: number[];
}

/** The newest first. */
const pick = (ids: readonly number[], place: number) => ids.at(-1 - (place % ids.length)) ?? 0;
const FIX_WORDS = { title: 'Fix', description: '', confidence: 50 };

type Call = (run: Run, session: number, row: number, other: number) => void;

/** Whether a call may change what a note reads. */
const STEPS = {
  ask: { reads: false, call: ({ store, answers }, id) => answers.push(ask(store, id).id) },
  answer: { reads: false, call: ({ store, answers }, id) => answers.push(answer(store, id).id) },
  begin_answer: {
    reads: false,
    call: ({ store, answers }, session_id, row) => {
      const reply_to = pick(answers, row);
      answers.push(store.messages.startAnswer({ session_id, reply_to }).id);
    },
  },
  end_answer: {
    reads: false,
    call: ({ store, answers }, id, row, other) => {
      const begun = store.messages.list(id).find(({ state }) => state === 'streaming');
      store.messages.keepAnswer(begun?.id ?? pick(answers, row), {
        body: 'written so far',
        state: other % 2 === 0 ? 'streaming' : 'complete',
      });
    },
  },
  replace: {
    reads: true,
    call: ({ store, answers }, _id, row) => store.messages.replaceFrom(pick(answers, row)),
  },
  propose_fact: {
    reads: true,
    call: ({ store, answers, facts, proposals }, _id, row) => {
      const made = proposeFact(store, store.messages.get(pick(answers, row)));
      facts.push(made.fact.id);
      proposals.push(made.proposal.id);
    },
  },
  propose_check: {
    reads: true,
    call: ({ store, answers, checks, proposals }, _id, row) => {
      const made = proposeCheck(store, store.messages.get(pick(answers, row)));
      checks.push(made.check.id);
      proposals.push(made.proposal.id);
    },
  },
  propose_fix: {
    reads: false,
    call: ({ store, answers, proposals }, _id, row) =>
      proposals.push(propose(store, store.messages.get(pick(answers, row)), FIX).id),
  },
  propose_outcome: {
    reads: false,
    call: ({ store, answers, fixes, proposals }, _id, row, other) => {
      const proposed = {
        ...{ kind: 'outcome' as const, fix_id: pick(fixes, other), fix_title: 'x' },
        ...{ outcome: 'worked' as const, note: null, done: null, cause: null, unsupported: [] },
      };
      proposals.push(propose(store, store.messages.get(pick(answers, row)), proposed).id);
    },
  },
  propose_summary: {
    reads: false,
    call: ({ store, answers, proposals }, _id, row) =>
      proposals.push(propose(store, store.messages.get(pick(answers, row)), SUMMARY).id),
  },
  propose_hand_off: {
    reads: false,
    call: ({ store, answers, proposals }, _id, row) =>
      proposals.push(propose(store, store.messages.get(pick(answers, row)), HAND_OFF).id),
  },
  reject: {
    reads: true,
    call: ({ store, proposals }, _id, row) => store.proposals.reject(pick(proposals, row)),
  },
  suggest: {
    reads: true,
    call: ({ store, fixes, proposals }, session_id, row, other) => {
      const proposal_id = other % 2 === 0 ? null : pick(proposals, row);
      fixes.push(store.fixes.suggest({ session_id, ...FIX_WORDS, proposal_id }).id);
    },
  },
  verdict: {
    reads: true,
    call: ({ store, fixes, proposals }, _id, row, other) =>
      store.fixes.setOutcome(pick(fixes, row), {
        outcome: FIX_OUTCOMES[other % FIX_OUTCOMES.length] ?? 'applied',
        outcome_note: other % 3 === 0 ? null : 'It seems so.',
        done: other % 3 === 1 ? 'Restarted it.' : undefined,
        left_in_place: other % 4 === 0,
        proposal_id: other % 2 === 0 ? null : pick(proposals, other),
      }),
  },
  result: {
    reads: true,
    call: ({ store, facts, fixes }, _id, row, other) =>
      store.fixes.setOutcome(pick(fixes, row), {
        ...{ outcome: 'worked', outcome_note: null },
        cause: resultFact(facts, other),
        confirmation: resultFact(facts, row),
      }),
  },
  set_audience: {
    reads: true,
    call: ({ store, facts }, id, row, other) =>
      store.facts.setAudience(
        id,
        [pick(facts, row), pick(facts, other)],
        [null, 'customer' as const, 'internal' as const][other % 3] ?? null,
      ),
  },
  reword: {
    reads: true,
    call: ({ store, facts }, _id, row, other) =>
      store.facts.update(pick(facts, row), {
        role: FACT_ROLES[other % FACT_ROLES.length],
        source_type: SOURCE_TYPES[row % SOURCE_TYPES.length],
        customer_wording: other % 2 === 0 ? null : 'In their words.',
      }),
  },
  fill_in: {
    reads: true,
    call: ({ store, proposals }, id, row, other) =>
      store.sessions.update(id, {
        customer_summary: row % 2 === 0 ? null : 'It did not print.',
        language: NOTE_LANGUAGES[other % NOTE_LANGUAGES.length],
        escalation_reason: [...ESCALATION_REASONS, null][other % 7],
        proposal_id: other % 2 === 0 ? null : pick(proposals, other),
      }),
  },
  name: {
    reads: true,
    call: ({ store }, id, row, other) =>
      store.names.set(id, {
        ...{ name: NAMES[row % NAMES.length] ?? '', kind: other % 2 === 0 ? 'host' : 'account' },
        wording: other % 3 === 0 ? null : 'the server',
      }),
  },
  learn_names: {
    reads: true,
    call: ({ store }, id) =>
      store.names.learn(
        id,
        NAMES.map((name) => ({ name, kind: 'host', wording: null })),
      ),
  },
  forget_name: {
    reads: true,
    call: ({ store }, id, row) => store.names.remove(id, NAMES[row % NAMES.length] ?? ''),
  },
  confirm: {
    reads: true,
    call: ({ store, facts }, _id, row) => store.facts.confirm(pick(facts, row)),
  },
  confirm_all: {
    reads: true,
    call: ({ store, facts }, id, row, other) =>
      store.facts.confirmAll(id, [pick(facts, row), pick(facts, other)]),
  },
  remove: {
    reads: true,
    call: ({ store, facts }, _id, row) => store.facts.remove(pick(facts, row)),
  },
  restore: {
    reads: true,
    call: ({ store, facts }, _id, row) => store.facts.restore(pick(facts, row)),
  },
  complete: {
    reads: true,
    call: ({ store, checks, facts }, _id, row) =>
      facts.push(store.checks.complete(pick(checks, row), { result: 'Seen', output: 'x' }).fact.id),
  },
  drop: {
    reads: true,
    call: ({ store, checks }, _id, row) => store.checks.drop(pick(checks, row)),
  },
  reopen: {
    reads: true,
    call: ({ store, checks }, _id, row) => store.checks.reopen(pick(checks, row)),
  },
  close: { reads: false, call: ({ store }, id) => closeSession(store, id) },
} satisfies Record<string, { readonly reads: boolean; readonly call: Call }>;

type CallName = keyof typeof STEPS;

/** Also letters whose case SQLite does not know. */
const NAMES = ['SRV01', 'srv01', 'STRAẞE-PC', 'straße-pc', 'Ärzte', 'ÄRZTE'];

const SUMMARY: Proposed = {
  ...{ kind: 'summary', summary: 'It did not print.', customer_summary: null },
  unsupported: [],
};
const HAND_OFF: Proposed = {
  kind: 'hand_off',
  fields: [{ field: 'affected', value: 'The front desk' }],
  unsupported: [],
};

function resultFact(facts: readonly number[], place: number): ResultFact {
  switch (place % 3) {
    case 0:
      return { kind: 'none' };
    case 1:
      return { kind: 'fact', fact_id: pick(facts, place) };
    default:
      return { kind: 'text', text: `Line ${place}`, source_type: 'technician' };
  }
}

const CONFIRMING: ReadonlySet<CallName> = new Set([
  ...(['confirm', 'confirm_all', 'complete', 'result'] as const),
]);
/** Done once more with the same words, they change nothing. */
const REPEATABLE: ReadonlySet<CallName> = new Set([
  ...(['verdict', 'result', 'set_audience', 'reword', 'fill_in', 'name', 'learn_names'] as const),
  ...(['forget_name', 'confirm', 'confirm_all', 'remove', 'restore', 'drop'] as const),
]);
/** Closing ends a session's story, so that it comes seldom. */
const names = (Object.keys(STEPS) as CallName[]).filter((name) => name !== 'close');
const step: fc.Arbitrary<Step> = fc.record({
  call: fc.oneof(
    { weight: 40, arbitrary: fc.constantFrom(...names) },
    { weight: 1, arbitrary: fc.constant<CallName>('close') },
  ),
  in_first: fc.boolean(),
  row: fc.nat(9),
  other: fc.nat(9),
});

const isLive = ({ superseded_at, outcome }: SuggestedFix) =>
  superseded_at === null && outcome !== 'failed' && outcome !== 'dismissed';

/** What must hold between the moments before and after any call. */
function requireLawful(
  { call }: Step,
  done: boolean,
  before: ReturnType<SessionStore['snapshot']>,
  after: ReturnType<SessionStore['snapshot']>,
): void {
  if (!done) expect(after).toEqual(before);
  const advanced = after.session.state_version - before.session.state_version;
  expect(advanced).toBeGreaterThanOrEqual(0);
  if (!STEPS[call].reads) expect(advanced).toBe(0);
  if (before.session.state !== 'active') expect(advanced).toBe(0);

  const confirmed = (facts: readonly Fact[]) =>
    facts.filter(({ status }) => status === 'confirmed').map(({ id }) => id);
  const wasConfirmed = new Set(confirmed(before.facts));
  const news = confirmed(after.facts).filter((id) => !wasConfirmed.has(id));
  // Nothing else confirms; a fact that was removed comes back as it was.
  if (!CONFIRMING.has(call) && call !== 'restore') expect(news).toEqual([]);
  expect(after.facts.every(({ deleted_at }) => deleted_at === null)).toBe(true);

  const folded = after.names.map(({ name }) => name.toLowerCase());
  expect(new Set(folded).size).toBe(folded.length);
  expect(after.fixes.every((fix) => !fix.left_in_place || fix.outcome === 'failed')).toBe(true);

  const live = after.fixes.filter(isLive);
  if (call === 'suggest' && after.fixes.length > before.fixes.length) {
    expect(live).toEqual([after.fixes[0]]);
  }
  for (const fix of before.fixes.filter(({ superseded_at }) => superseded_at !== null)) {
    expect(after.fixes).toContainEqual(fix);
  }
  for (const { id, state } of before.proposals.filter(isDecided)) {
    const now = after.proposals.find((proposal) => proposal.id === id);
    // It may only leave the list, with the answer that it came with.
    if (now !== undefined) expect(now.state).toBe(state);
  }
  expect(after.messages.filter(({ state }) => state === 'streaming').length).toBeLessThan(2);
}

/** Those whose decision is their own; the others stand as their fact or check stands. */
function isDecided({ state, proposed }: Proposal): boolean {
  return state !== 'open' && proposed.kind !== 'fact' && proposed.kind !== 'check';
}

describe('calls in any order', () => {
  test('keep what must hold', { timeout: runs(120_000) }, ({ store }) => {
    const done = new Set<CallName>();
    fc.assert(
      fc.property(fc.array(step, { minLength: 10, maxLength: 60 }), (steps) => {
        // One transaction a run: nothing waits for the disk, and a failed run leaves nothing behind.
        store.transaction(() => {
          const sessions = [newSession(store, 'One'), newSession(store, 'Other')] as const;
          const run: Run = { store, answers: [], facts: [], fixes: [], checks: [], proposals: [] };
          for (const id of sessions) begin(run, id);
          for (const one of steps) {
            const before = sessions.map((id) => store.snapshot(id));
            const worked = tryCall(run, one, one.in_first ? sessions[0] : sessions[1]);
            if (worked) done.add(one.call);
            for (const [place, id] of sessions.entries()) {
              const was = before[place];
              if (was !== undefined) requireLawful(one, worked, was, store.snapshot(id));
            }
            if (worked && REPEATABLE.has(one.call)) {
              const once = sessions.map((id) => store.snapshot(id));
              expect(tryCall(run, one, one.in_first ? sessions[0] : sessions[1])).toBe(true);
              expect(sessions.map((id) => store.snapshot(id))).toEqual(once);
            }
          }
        });
        requireSoundIndexes(store);
      }),
      { numRuns: runs(100) },
    );
    expect([...done].toSorted()).toEqual(Object.keys(STEPS).toSorted());
  });
});

const BEGINNING = [
  ...(['ask', 'answer', 'suggest', 'propose_fact'] as const),
  ...(['propose_check', 'propose_fix', 'propose_outcome'] as const),
];

/** Something of every kind, to work with. */
function begin(run: Run, session: number): void {
  for (const name of BEGINNING) {
    const { call }: { readonly call: Call } = STEPS[name];
    call(run, session, 0, 0);
  }
}

/** Whether it was done; refused in words is the one other way. */
function tryCall(run: Run, { call, row, other }: Step, session: number): boolean {
  try {
    run.store.transaction(() => STEPS[call].call(run, session, row, other));
    return true;
  } catch (error) {
    if (error instanceof AppError && error.code !== 'INTERNAL') return false;
    throw error;
  }
}
