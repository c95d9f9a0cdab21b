import type { FoundSecret } from './found-secret.ts';

const RANK: Record<FoundSecret['kind'], number> = { known: 0, pattern: 1, doubt: 2 };

/**
 * Sorts what was found and makes one place of those that overlap, of the surest kind among them. A place
 * that is sure grows by what it overlaps, so that taking it out leaves no part of a longer secret behind;
 * only a doubt never makes a sure place grow.
 */
export function mergeFound(found: readonly FoundSecret[]): FoundSecret[] {
  const sure = unite(found.filter(({ kind }) => kind !== 'doubt'));
  const doubts = unite(found.filter(({ kind }) => kind === 'doubt')).filter(
    (doubt) => !sure.some((one) => one.from < doubt.to && doubt.from < one.to),
  );
  return [...sure, ...doubts].toSorted((one, other) => one.from - other.from);
}

function unite(found: readonly FoundSecret[]): FoundSecret[] {
  const united: FoundSecret[] = [];
  for (const one of found.toSorted((a, b) => a.from - b.from || b.to - a.to)) {
    const last = united.at(-1);
    if (last === undefined || one.from >= last.to) {
      united.push(one);
      continue;
    }
    const { kind, label } = RANK[one.kind] < RANK[last.kind] ? one : last;
    united[united.length - 1] = { from: last.from, to: Math.max(last.to, one.to), kind, label };
  }
  return united;
}
