import { describe, expect, it } from 'vitest';
import {
  confirmableTogether,
  isOvertaken,
  leftOutWords,
  openOfKind,
  proposalsOfMessage,
  unsupportedByFact,
  unsupportedIn,
  unsupportedWords,
} from '../../../../renderer/proposals/open-proposals.ts';
import type { Fact } from '../../../../shared/domain/fact.ts';
import type { Proposal, Proposed } from '../../../../shared/domain/proposal.ts';
import type { FixOutcome } from '../../../../shared/domain/suggested-fix.ts';
import { someFact } from '../knowledge/some-fact.ts';
import { someFix } from '../knowledge/some-fix.ts';

const fact = (id: number, changes: Partial<Fact> = {}) =>
  someFact({ id, source_type: 'diagnostic_check', status: 'proposed', ...changes });

function proposal(id: number, proposed: Proposed, changes: Partial<Proposal> = {}): Proposal {
  return { id, session_id: 1, message_id: 7, state: 'open', proposed, created_at: id, ...changes };
}

const ofFact = (factId: number, unsupported: readonly string[] = []): Proposed => ({
  kind: 'fact',
  fact_id: factId,
  text: `Fact ${factId}`,
  source_type: 'diagnostic_check',
  role: 'finding',
  customer_wording: null,
  unsupported,
});
const ofCheck: Proposed = { kind: 'check', check_id: 1, instruction: 'Ping the server' };
const ofFix: Proposed = {
  kind: 'fix',
  title: 'Clear the cache',
  description: '',
  confidence: 70,
  unsupported: [],
};

describe('what came with an answer', () => {
  it('stands by kind, each kind in the order in which it was proposed', () => {
    const all = [
      proposal(4, ofFact(2)),
      proposal(1, ofFix),
      proposal(2, ofCheck),
      proposal(3, ofFact(1)),
      proposal(5, ofFact(9), { message_id: 8 }),
    ];
    expect(proposalsOfMessage(all, 7).map(({ id }) => id)).toEqual([3, 4, 2, 1]);
    expect(proposalsOfMessage(all, 9)).toEqual([]);
  });

  it('is open until it is decided, the newest first', () => {
    const all = [
      proposal(1, ofFix),
      proposal(2, ofFix, { state: 'rejected' }),
      proposal(3, ofFix),
      proposal(4, ofCheck),
    ];
    expect(openOfKind(all, 'fix').map(({ id }) => id)).toEqual([3, 1]);
  });
});

describe('a proposed result', () => {
  const ofOutcome = (outcome: FixOutcome) =>
    ({
      ...proposal(10, ofCheck),
      proposed: {
        kind: 'outcome',
        fix_id: 1,
        fix_title: 'Fix 1',
        outcome,
        note: null,
        done: null,
        cause: null,
        unsupported: [],
      },
    }) as const;

  it.each([
    ['worked', 'applied', 20, false],
    ['worked', 'worked', 20, true],
    ['failed', 'worked', 20, true],
    ['worked', 'pending', 5, false],
    ['applied', 'applied', 20, true],
    ['worked', 'proposed', null, false],
  ] as const)('%s, of a fix that is %s since %s, is overtaken: %s', (proposed, outcome, at, is) => {
    const fixes = [someFix({ id: 1, outcome, outcome_at: at })];
    expect(isOvertaken(ofOutcome(proposed), fixes)).toBe(is);
  });

  it('of a fix that is not there is no such thing', () => {
    expect(isOvertaken(ofOutcome('worked'), [])).toBe(false);
  });
});

describe('words that are nowhere in the session', () => {
  it('are those that the text still holds', () => {
    expect(unsupportedIn('Installed kb5034441.', ['KB5034441', 'DESK-114'])).toEqual(['KB5034441']);
    expect(unsupportedIn('Installed the update.', ['KB5034441'])).toEqual([]);
  });

  it('are told of the fact as it reads now', () => {
    const facts = [fact(1, { text: 'KB1 is missing' }), fact(2, { text: 'The update is missing' })];
    const proposals = [proposal(1, ofFact(1, ['KB1'])), proposal(2, ofFact(2, ['KB2']))];
    expect([...unsupportedByFact(facts, proposals)]).toEqual([[1, ['KB1']]]);
  });

  it('are looked for in the customer wording too', () => {
    const facts = [fact(1, { text: 'It is patched', customer_wording: 'We installed KB1' })];
    expect([...unsupportedByFact(facts, [proposal(1, ofFact(1, ['KB1']))])]).toEqual([
      [1, ['KB1']],
    ]);
  });

  it.each([
    [['KB5034441'], 'Not in this session: KB5034441.'],
    [['KB1', 'KB1'], 'Not in this session: KB1.'],
    [['KB1', 'DC02'], 'Not in this session: KB1 and DC02.'],
    [['KB1', 'DC02', 'C:\\x'], 'Not in this session: KB1, DC02 and C:\\x.'],
    [['x'.repeat(80)], `Not in this session: ${'x'.repeat(58)}….`],
  ])('%j reads as a sentence', (words, sentence) => {
    expect(unsupportedWords(words)).toBe(sentence);
  });
});

describe('confirming all', () => {
  it('takes the proposed facts, and leaves those that want a look of their own', () => {
    const facts = [
      fact(1),
      fact(2, { status: 'confirmed' }),
      fact(3),
      fact(4),
      fact(5, { from_session_id: 12 }),
    ];
    const together = confirmableTogether(facts, new Map([[3, ['KB1']]]));
    expect(together).toEqual({ factIds: [1, 4], unsupported: 1, broughtOver: 1 });
    expect(leftOutWords(together)).toBe(
      'Confirm one by one: 1 with unknown words, 1 from another session.',
    );
  });

  it('says nothing where it leaves nothing out', () => {
    expect(leftOutWords(confirmableTogether([fact(1), fact(2)], new Map()))).toBeNull();
  });
});
