import type { KnownName } from '../../../shared/domain/known-name.ts';
import { foldCase, internalValues, wholeWords } from '../../../shared/notes/internal-values.ts';
import type { TextSpan } from '../../../shared/text.ts';
import type { BundleFact } from '../bundle.ts';

/** The words of a fact that the customer may read; null for an internal one. */
export function factForCustomer(fact: BundleFact, names: readonly KnownName[]): string | null {
  if (fact.audience.audience === 'internal') return null;
  // Without a wording the audience has looked for internal values in the text already.
  if (fact.customer_wording === null) return fact.text;
  return withoutInternalValues(fact.customer_wording, names);
}

/**
 * A text of ours (a summary, what was done) for the customer: known names by what the customer calls
 * them. Null where an internal value stays.
 */
export function ownTextForCustomer(text: string, names: readonly KnownName[]): string | null {
  return withoutInternalValues(withWordings(text, names), names);
}

function withoutInternalValues(text: string, names: readonly KnownName[]): string | null {
  return internalValues(text, names).length === 0 ? text : null;
}

/** Of two hosts in a text nobody would know which one "the server" is: then neither is replaced. */
function withWordings(text: string, names: readonly KnownName[]): string {
  const found = names.filter((name) => placesOf(text, name).length > 0);
  let replaced = text;
  for (const name of found) {
    const { kind, wording } = name;
    if (wording === null || found.filter((other) => other.kind === kind).length > 1) continue;
    for (const place of placesOf(replaced, name).toReversed()) {
      replaced = withWording(replaced, place, wording);
    }
  }
  return replaced;
}

function placesOf(text: string, { name }: KnownName): readonly TextSpan[] {
  return wholeWords(foldCase(text), foldCase(name.trim()));
}

function withWording(text: string, { from, to }: TextSpan, wording: string): string {
  const before = text.slice(0, from).trimEnd();
  const after = text.slice(to);
  // `the warehouse printer WH-2`, called "the warehouse printer".
  if (before.toLowerCase().endsWith(wording.toLowerCase())) return `${before}${after}`;
  // `the RDS01`, called "the remote desktop server".
  const [article = ''] = wording.toLowerCase().split(' ', 1);
  const isDoubled = ['the', 'a', 'an', 'your'].includes(article) && / ?\bthe$/i.test(before);
  return `${isDoubled ? before.slice(0, -'the'.length) : text.slice(0, from)}${wording}${after}`;
}
