import { describe, expect, it } from 'vitest';
import {
  appliedAt,
  canBeRecorded,
  fixToJudge,
  fixWithoutResult,
  needsWords,
} from '../../../../renderer/knowledge/result-rules.ts';
import { FIX_OUTCOMES } from '../../../../shared/domain/suggested-fix.ts';
import { someFix } from './some-fix.ts';

describe('a fix without a result', () => {
  it('is the active one while it is applied, and no other', () => {
    const asked = FIX_OUTCOMES.filter(
      (outcome) => fixWithoutResult([someFix({ id: 1, outcome })]) !== undefined,
    );
    expect(asked).toEqual(['applied']);
  });

  it('is shown above the text box while a result is to come, pending ones quietly', () => {
    const shown = FIX_OUTCOMES.filter(
      (outcome) => fixToJudge([someFix({ id: 1, outcome })]) !== undefined,
    );
    expect(shown).toEqual(['applied', 'pending']);
  });

  it('is no longer asked after once another took its place', () => {
    const superseded = someFix({ id: 1, outcome: 'applied', superseded_at: 5 });
    expect(fixWithoutResult([superseded, someFix({ id: 2 })])).toBeUndefined();
    expect(fixToJudge([superseded])).toBeUndefined();
  });

  it('is asked after when a newer one failed', () => {
    const applied = someFix({ id: 1, outcome: 'applied' });
    expect(fixWithoutResult([someFix({ id: 2, outcome: 'failed' }), applied])).toBe(applied);
  });

  it('was applied when it was first said so, even if its outcome changed since', () => {
    expect(appliedAt(someFix({ id: 1, applied_at: 10, outcome_at: 20 }))).toBe(10);
    expect(appliedAt(someFix({ id: 1, outcome_at: 20 }))).toBe(20);
    expect(appliedAt(someFix({ id: 1 }))).toBeNull();
  });
});

describe('an outcome', () => {
  it('needs words where it says nothing without them', () => {
    expect(FIX_OUTCOMES.filter(needsWords)).toEqual(['failed', 'pending']);
  });

  it.each([
    ['worked', null, true],
    ['failed', null, false],
    ['failed', '  ', false],
    ['failed', 'The prompt came back', true],
    ['pending', '', false],
    ['pending', 'the user is back on Monday', true],
  ] as const)('%s with the note %j can be recorded: %s', (outcome, note, can) => {
    expect(canBeRecorded(outcome, note)).toBe(can);
  });
});
