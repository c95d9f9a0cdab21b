import fc from 'fast-check';
import { hostile, strangeKey } from './values.ts';

/** One change to an input: a field that goes, becomes something else, or comes. */
interface Change {
  readonly kind: 'drop' | 'replace' | 'add';
  /** Which field, counted round. */
  readonly at: number;
  /** How deep to go before. */
  readonly depth: number;
  readonly key: string;
  readonly value: unknown;
}

const change: fc.Arbitrary<Change> = fc.record({
  kind: fc.constantFrom('drop', 'replace', 'replace', 'add'),
  at: fc.nat(20),
  depth: fc.nat(2),
  key: strangeKey,
  value: hostile,
});

/** An input as it was made in two of three cases, else one that is wrong in one to three places. */
export function nearly(input: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  const changes = fc.oneof(
    { weight: 6, arbitrary: fc.constant<Change[]>([]) },
    { weight: 3, arbitrary: fc.array(change, { minLength: 1, maxLength: 3 }) },
  );
  return fc.oneof(
    {
      weight: 19,
      arbitrary: fc.tuple(input, changes).map(([made, all]) => all.reduce(changed, made)),
    },
    hostile,
  );
}

function changed(value: unknown, { kind, at, depth, key, value: other }: Change): unknown {
  if (typeof value !== 'object' || value === null) return other;
  const entries = Object.entries(value);
  const place = entries.length === 0 ? -1 : at % entries.length;
  const below = entries[place];
  if (depth > 0 && below !== undefined) {
    const next = { kind, at, depth: depth - 1, key, value: other };
    return rebuilt(value, entries.with(place, [below[0], changed(below[1], next)]));
  }
  if (kind === 'drop') return rebuilt(value, entries.toSpliced(place, 1));
  if (kind === 'add' || below === undefined) return rebuilt(value, [...entries, [key, other]]);
  return rebuilt(value, entries.with(place, [below[0], other]));
}

/** `Object.fromEntries` makes `__proto__` a key like any other, as what comes over the bridge may have it. */
function rebuilt(like: object, entries: [string, unknown][]): unknown {
  return Array.isArray(like) ? entries.map(([, one]) => one) : Object.fromEntries(entries);
}
