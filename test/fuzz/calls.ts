import fc from 'fast-check';
import { type CallName, contract } from '../../shared/contract/index.ts';
import { fromSchema } from './from-schema.ts';
import { nearly } from './nearly.ts';
import { hostile, strangeKey } from './values.ts';

/** A call as it comes in from the window. */
export interface FuzzedCall {
  readonly name: unknown;
  readonly input: unknown;
  readonly requestId: unknown;
}

export const CALL_NAMES = Object.keys(contract) as CallName[];

const requestId = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom(undefined, 'one', 'two', 'three') },
  hostile,
);

/** Every call of the contract as often as any other, so that a new one is fuzzed from its first day. */
const known: fc.Arbitrary<FuzzedCall> = fc.oneof(
  ...CALL_NAMES.map((name) =>
    fc.record({
      name: fc.constant(name),
      input: nearly(fromSchema(contract[name].input)),
      requestId,
    }),
  ),
);

const unknown: fc.Arbitrary<FuzzedCall> = fc.record({
  name: fc.oneof(strangeKey, hostile),
  input: hostile,
  requestId,
});

/** Calls that come one after the other, now and then two or three at once. */
export const sequence: fc.Arbitrary<FuzzedCall[][]> = fc.array(
  fc.oneof(
    { weight: 20, arbitrary: known.map((call) => [call]) },
    { weight: 2, arbitrary: fc.array(known, { minLength: 2, maxLength: 3 }) },
    { weight: 1, arbitrary: unknown.map((call) => [call]) },
  ),
  { minLength: 35, maxLength: 45, size: 'max' },
);
