import { LRUCache } from 'lru-cache';
import { hiddenCharacterOffsets } from '../../shared/text.ts';
import type { FoundSecret } from './found-secret.ts';
import { SECRET_PATTERNS } from './patterns.ts';
import { findInProse } from './prose.ts';
import type { SecretPattern } from './shapes.ts';
import { isPlaceholder } from './value-shape.ts';
import { findVendorKeys } from './vendor-keys.ts';
import { replacedView, terminalView, type View, viewOf } from './view.ts';

/** Texts are looked at again and again while a note is typed: the same answer for the same text. */
const KEPT_TEXTS = 2_000;
const KEPT_CHARACTERS = 1_000_000;

/** What looks like a secret in each of some texts; what is found may overlap. */
export type PatternSearch = (
  texts: readonly string[],
) => Promise<readonly (readonly FoundSecret[])[]>;

export function createPatternSearch(): PatternSearch {
  const kept = new LRUCache<string, readonly FoundSecret[]>({
    max: KEPT_TEXTS,
    maxSize: KEPT_CHARACTERS,
    sizeCalculation: (_, text) => text.length + 1,
  });
  return async (texts) => {
    const found = new Map<string, readonly FoundSecret[]>();
    const unknown: string[] = [];
    for (const text of new Set(texts)) {
      const before = kept.get(text);
      if (before === undefined) unknown.push(text);
      else found.set(text, before);
    }
    const views = unknown.map(visible);
    // Far cheaper than one by one, for a bundle is some hundred short texts.
    const vendorKeys =
      views.length === 0 ? [] : await findVendorKeys(views.map(({ text }) => text));
    views.forEach((view, index) => {
      const all = findIn(view, vendorKeys[index] ?? []);
      const text = unknown[index] ?? '';
      kept.set(text, all);
      found.set(text, all);
    });
    return texts.map((text) => found.get(text) ?? []);
  };
}

/** The text as a person sees it: a color or a zero-width space in the middle of a value hides nothing. */
function visible(text: string): View {
  const root = viewOf(text);
  if (hiddenCharacterOffsets(text).length === 0) return root;
  const shown = terminalView(root) ?? root;
  return (
    replacedView(shown, /[\p{Cf}\p{Cc}]/gu, ([one]) => (/[\n\r\t]/.test(one) ? null : '')) ?? shown
  );
}

function findIn(view: View, vendorKeys: readonly FoundSecret[]): readonly FoundSecret[] {
  const { text } = view;
  const patterns = SECRET_PATTERNS.flatMap((pattern) => matchPattern(text, pattern));
  const prose = findInProse(text);
  const sure = [...patterns, ...prose].filter(({ kind }) => kind === 'pattern');
  // Where both see the same, the own pattern knows which part of it is the secret.
  const more = vendorKeys.filter(
    (key) =>
      !sure.some(({ from, to }) => key.from <= from && to <= key.to) &&
      !isPlaceholder(PASSWORD_IN_ADDRESS.exec(text.slice(key.from, key.to))?.[1] ?? ''),
  );
  return [...patterns, ...prose, ...more].map((one) => ({
    ...one,
    ...view.origin(one.from, one.to),
  }));
}

const PASSWORD_IN_ADDRESS = /\/\/[^\s:@/]{0,64}:([^\s@]{1,128})@/;

/** Every place in a text that a pattern matches. */
function matchPattern(
  text: string,
  { label, pattern, marks, accepts }: SecretPattern,
): FoundSecret[] {
  if (marks !== undefined && !marks.test(text)) return [];
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
