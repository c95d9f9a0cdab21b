/** A part of a text, in UTF-16 units. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** Where a secret is in a text. `label` says what it looks like, never the value. */
export interface FoundSecret extends Span {
  readonly kind: 'known' | 'pattern' | 'doubt';
  readonly label: string;
}

/** Replaces a secret that was taken out of a text. */
export const REDACTED = '(secret)';

/**
 * Sorts what was found and makes one place of those that overlap, of the surest kind among them. A place
 * that is sure grows by what it overlaps, so that taking it out leaves no part of a longer secret behind;
 * only a doubt never makes a sure place grow.
 */
export function mergeFound(found: readonly FoundSecret[]): FoundSecret[] {
  const sure = united(found.filter(({ kind }) => kind !== 'doubt'));
  const doubts = united(found.filter(({ kind }) => kind === 'doubt')).filter(
    (doubt) => !sure.some((one) => one.from < doubt.to && doubt.from < one.to),
  );
  return [...sure, ...doubts].toSorted((one, other) => one.from - other.from);
}

function united(found: readonly FoundSecret[]): FoundSecret[] {
  const result: FoundSecret[] = [];
  for (const one of found.toSorted((a, b) => a.from - b.from || b.to - a.to)) {
    const last = result.at(-1);
    if (last === undefined || one.from >= last.to) result.push(one);
    else {
      const { kind, label } = one.kind === 'known' && last.kind !== 'known' ? one : last;
      result.splice(-1, 1, { from: last.from, to: Math.max(last.to, one.to), kind, label });
    }
  }
  return result;
}

/** The text with {@link REDACTED} in place of each span; they are sorted and do not overlap. */
export function withoutSecrets(text: string, spans: readonly Span[]): string {
  let result = '';
  let at = 0;
  for (const { from, to } of spans) {
    result += text.slice(at, from) + REDACTED;
    at = to;
  }
  return result + text.slice(at);
}
