import { LRUCache } from 'lru-cache';
import { hiddenCharacterOffsets } from '../../shared/text.ts';
import type { FoundSecret } from './found-secret.ts';
import { findShapes } from './patterns.ts';
import { findInProse, isOrdinary } from './prose.ts';
import { findVendorKeys } from './vendor-keys.ts';
import { replacedView, terminalView, type View, viewOf } from './view.ts';

/** Texts are looked at again and again while a note is typed: the same answer for the same text. */
const KEPT = { max: 2_000, maxSize: 1_000_000 };

/** What looks like a secret in each of some texts; what is found may overlap. */
export type PatternSearch = (
  texts: readonly string[],
) => Promise<readonly (readonly FoundSecret[])[]>;

export function createPatternSearch(): PatternSearch {
  const kept = new LRUCache<string, readonly FoundSecret[]>({
    ...KEPT,
    sizeCalculation: (_, text) => text.length + 1,
  });
  return async (texts) => {
    const found = new Map(texts.map((text) => [text, kept.get(text)]));
    const unknown = [...found.keys()].filter((text) => found.get(text) === undefined);
    const views = unknown.map(visible);
    // Far cheaper than one by one, for a bundle is some hundred short texts.
    const keys = views.length === 0 ? [] : await findVendorKeys(views.map(({ text }) => text));
    for (const [index, text] of unknown.entries()) {
      const secrets = findIn(views[index] ?? viewOf(text), keys[index] ?? []);
      kept.set(text, secrets);
      found.set(text, secrets);
    }
    return texts.map((text) => found.get(text) ?? []);
  };
}

/** The text as a person sees it: a color or a zero-width space in the middle of a value hides nothing. */
function visible(text: string): View {
  const root = viewOf(text);
  if (hiddenCharacterOffsets(text).length === 0) return root;
  const shown = terminalView(root) ?? root;
  return replacedView(shown, /[\p{Cf}\p{Cc}]/gu, ([one]) => (/\s/.test(one) ? null : '')) ?? shown;
}

const PASSWORD_IN_ADDRESS = /\/\/[^\s:@/]{0,64}:([^\s@]{1,128})@/;

function findIn(view: View, vendorKeys: readonly FoundSecret[]): readonly FoundSecret[] {
  const { text } = view;
  const own = [...findShapes(text), ...findInProse(text)];
  // Where both see the same, the own pattern knows which part of it is the secret.
  const more = vendorKeys.filter(
    (key) =>
      !own.some((one) => one.kind === 'pattern' && key.from <= one.from && one.to <= key.to) &&
      !isOrdinary(PASSWORD_IN_ADDRESS.exec(text.slice(key.from, key.to))?.[1] ?? ''),
  );
  return [...own, ...more].map((one) => ({ ...one, ...view.origin(one.from, one.to) }));
}
