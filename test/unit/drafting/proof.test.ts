import { beforeAll, describe, expect, it } from 'vitest';
import { SCENARIOS } from '../../corpus/index.ts';
import { type ProofResult, prove } from '../../proof/result.ts';

let result: ProofResult;
beforeAll(async () => {
  // A sample: `npm run proof` makes three wrong notes of a class and note, and plants every secret everywhere.
  result = await prove(SCENARIOS, { most_of_a_class: 1, leak_step: 8 });
}, 60_000);

/** Classes that a program decides with certainty, so that none of them may pass. */
const CERTAIN = [
  'headings broken',
  'a section without content',
  'a placeholder left in',
  'control, bidi or invisible characters',
  'an internal value in a customer’s note, generated or typed',
  'a known secret, in many spellings',
  'a sentence without rows, or with rows that do not exist',
];

describe('the proof', () => {
  it('makes wrong notes of every class', () => {
    expect(result.classes.filter(({ made }) => made === 0).map(({ name }) => name)).toEqual([]);
  });

  it('blocks every wrong note of the classes that a program decides with certainty', () => {
    const missed = result.not_blocked.filter(({ class_name }) => CERTAIN.includes(class_name));
    expect(missed.slice(0, 5)).toEqual([]);
  });

  it('blocks no right note and no local draft', () => {
    expect(result.false_alarms.filter(({ level }) => level === 'block')).toEqual([]);
  });

  it('lets no secret of a session out, in any encoding', () => {
    expect(result.leaks.slice(0, 5)).toEqual([]);
    expect(result.blind).toEqual([]);
  });
});
