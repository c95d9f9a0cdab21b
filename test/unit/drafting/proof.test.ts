import { beforeAll, describe, expect, it } from 'vitest';
import { SCENARIOS } from '../../corpus/index.ts';
import { type ProofResult, prove } from '../../proof/result.ts';

let result: ProofResult;
beforeAll(async () => {
  // A sample: `npm run proof` makes three mutants of a kind and note, and plants every secret everywhere.
  result = await prove(SCENARIOS, { most_of_a_kind: 1, leak_step: 8 });
}, 60_000);

describe('the proof', () => {
  it('makes mutants for every rule that blocks', () => {
    const without = result.rules.filter(({ level, made }) => level === 'block' && made === 0);
    expect(without.map(({ rule_id }) => rule_id)).toEqual([]);
  });

  it('finds every mutant of a blocking rule by that rule', () => {
    const blocking = new Set(
      result.rules.filter(({ level }) => level !== 'warn').map(({ rule_id }) => rule_id),
    );
    const missed = result.not_caught.filter(({ expected_rule }) => blocking.has(expected_rule));
    expect(missed.slice(0, 5)).toEqual([]);
  });

  it('finds nothing that blocks in a correct note or a local draft', () => {
    expect(result.false_alarms.filter(({ level }) => level === 'block')).toEqual([]);
  });

  it('lets no secret of a session out, in any encoding', () => {
    expect(result.leaks.slice(0, 5)).toEqual([]);
  });

  it('says so in its bars', () => {
    expect(result.broken_bars).toEqual([]);
  });
});
