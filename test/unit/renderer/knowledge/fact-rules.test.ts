import { describe, expect, it } from 'vitest';
import {
  audienceReason,
  audienceResult,
  audienceStep,
  groupAudience,
  nameOf,
  nextRole,
  wantsShortWording,
} from '../../../../renderer/knowledge/fact-rules.ts';
import { FACT_ROLES, type Fact } from '../../../../shared/domain/fact.ts';
import type { KnownName } from '../../../../shared/domain/known-name.ts';
import { audienceOf } from '../../../../shared/notes/audience.ts';
import { someFact } from './some-fact.ts';

const fact = (changes: Partial<Fact>) => someFact({ id: 1, ...changes });
const NAMES: readonly KnownName[] = [
  { name: 'RDS02', kind: 'host', wording: 'the terminal server' },
  { name: 'svc-scan', kind: 'account', wording: null },
];

describe('the role of a fact', () => {
  it('goes around, forward and back', () => {
    for (const role of FACT_ROLES) expect(nextRole(nextRole(role, 1), -1)).toBe(role);
    expect(nextRole('confirmation', 1)).toBe('symptom');
    expect(nextRole('symptom', -1)).toBe('confirmation');
  });
});

describe('the eye of a fact', () => {
  it.each([
    [{ role: 'cause' }, { type: 'set', audience: 'internal' }],
    [{ role: 'finding' }, { type: 'set', audience: 'customer' }],
    [
      { role: 'cause', chosen_audience: 'internal' },
      { type: 'set', audience: 'customer' },
    ],
    [{ role: 'cause', text: 'The lease of 10.0.4.21 ran out.' }, { type: 'word' }],
    [{ text: 'Logs are in C:\\Temp\\x.log', chosen_audience: 'internal' }, { type: 'word' }],
    [{ text: 'RDS02 is full.', chosen_audience: 'customer' }, { type: 'word' }],
    [{ customer_wording: 'The disk was full.' }, { type: 'remove_wording' }],
  ] as const)('of %o leads to %o', (changes, step) => {
    expect(audienceStep(fact(changes), NAMES)).toEqual(step);
  });

  it('switches the audience wherever it sets one', () => {
    for (const role of FACT_ROLES) {
      for (const chosen_audience of [null, 'customer', 'internal'] as const) {
        const before = fact({ role, chosen_audience });
        const step = audienceStep(before, NAMES);
        if (step.type !== 'set') throw new Error(`${role} cannot be set`);
        const after = { ...before, chosen_audience: step.audience };
        expect(audienceOf(after, NAMES).audience).not.toBe(audienceOf(before, NAMES).audience);
      }
    }
  });

  it.each([
    ['The lease of 10.0.4.21 ran out.', 'Holds an address: add a customer wording'],
    ['It is in C:\\Temp\\x.log', 'Holds a path: add a customer wording'],
    ['rds02 is full.', 'Holds a host name: add a customer wording'],
    ['The password of svc-scan changed.', 'Holds an account name: add a customer wording'],
  ])('says why %j stays internal', (text, reason) => {
    const cause = fact({ text, role: 'cause' });
    expect(audienceReason(audienceOf(cause, NAMES), cause, NAMES)).toBe(reason);
  });

  it('gives a selection the audience that some of it lacks', () => {
    const [cause, finding] = [fact({ role: 'cause' }), fact({ role: 'finding' })];
    expect(groupAudience([cause, finding], NAMES)).toBe('customer');
    expect(groupAudience([cause, cause], NAMES)).toBe('internal');
    expect(groupAudience([finding], NAMES)).toBe('customer');
  });

  it('says what became of a group, and which need words first', () => {
    const shown = fact({ chosen_audience: 'customer' });
    const held = fact({ chosen_audience: 'customer', text: 'RDS02 is full.' });
    expect(audienceResult([shown, held], NAMES)).toEqual({
      title: '2 facts: 1 for the customer, 1 internal.',
      detail: '1 needs a customer wording first.',
    });
    const worded = fact({ chosen_audience: 'internal', customer_wording: 'It was full.' });
    expect(audienceResult([worded, fact({ chosen_audience: 'internal' })], NAMES)).toEqual({
      title: '2 facts: 1 for the customer, 1 internal.',
      detail: '1 has a customer wording. Remove it first.',
    });
    expect(audienceResult([fact({ chosen_audience: 'internal' }), fact({})], NAMES)).toEqual({
      title: '2 facts: 0 for the customer, 2 internal.',
    });
  });
});

describe('the words of a fact', () => {
  it('name its controls in one line of at most 80 characters', () => {
    expect(nameOf('  One\n line ')).toBe('One line');
    expect(nameOf('x'.repeat(80))).toHaveLength(80);
    expect(nameOf('x'.repeat(81))).toMatch(/^x{79}…$/);
  });

  it('want a short wording from 301 characters on, or from the second line', () => {
    expect(wantsShortWording('x'.repeat(300))).toBe(false);
    expect(wantsShortWording('x'.repeat(301))).toBe(true);
    expect(wantsShortWording('one\n')).toBe(false);
    expect(wantsShortWording('one\ntwo')).toBe(true);
  });
});
