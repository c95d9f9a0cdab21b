import type { FoundSecret } from '../found-secret.ts';

/** A shape that gives a secret away. The group `value` is the secret; without one the whole match is. */
export interface SecretPattern {
  readonly label: string;
  /** Global, with indices. Every repetition is bounded or cannot be read in two ways. */
  readonly pattern: RegExp;
  /** Lets pass what only looks like it. */
  readonly accepts?: (value: string) => boolean;
}

/** Every place in a text that a pattern matches. */
export function matchPattern(
  text: string,
  { label, pattern, accepts }: SecretPattern,
): FoundSecret[] {
  return Array.from(text.matchAll(pattern)).flatMap((match): FoundSecret[] => {
    const place = match.indices?.groups?.value ?? match.indices?.[0];
    if (place === undefined) return [];
    const [from, to] = unquoted(text, place);
    if (from >= to || accepts?.(text.slice(from, to)) === false) return [];
    return [{ from, to, kind: 'pattern', label }];
  });
}

/** Without the quotation marks around a value. */
function unquoted(text: string, [from, to]: readonly [number, number]): [number, number] {
  const first = text.charAt(from);
  const paired = /["'`]/.test(first) && to - from >= 2 && text.charAt(to - 1) === first;
  return paired ? [from + 1, to - 1] : [from, to];
}
