import type { KnownName } from '../../../shared/domain/known-name.ts';
import { internalValues } from '../../../shared/notes/internal-values.ts';
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

/** Of two hosts in a text nobody could tell which one "the server" is: then neither is replaced. */
function withWordings(text: string, names: readonly KnownName[]): string {
  const found = names.flatMap((name) => {
    const places = wholeWords(text, name.name);
    return places.length === 0 ? [] : [{ name, places }];
  });
  let replaced = text;
  for (const { name } of found) {
    const { kind, wording } = name;
    if (wording === null || found.filter((other) => other.name.kind === kind).length > 1) continue;
    for (const from of wholeWords(replaced, name.name).toReversed()) {
      // `the RDS01` with the wording "the remote desktop server".
      const before = replaced
        .slice(0, from)
        .replace(/\b(?:the|a|an)\s+$/i, (article) =>
          wording.toLowerCase().startsWith(article.trim().toLowerCase()) ? '' : article,
        );
      replaced = `${before}${wording}${replaced.slice(from + name.name.length)}`;
    }
  }
  return replaced;
}

const WORD_CHARACTER = /[\p{L}\p{N}_]/u;

function wholeWords(text: string, word: string): readonly number[] {
  const [folded, wanted] = [text.toLowerCase(), word.toLowerCase()];
  const places: number[] = [];
  if (wanted === '' || folded.length !== text.length) return places;
  for (let at = folded.indexOf(wanted); at >= 0; at = folded.indexOf(wanted, at + wanted.length)) {
    const end = at + wanted.length;
    if (!WORD_CHARACTER.test(folded[at - 1] ?? '') && !WORD_CHARACTER.test(folded[end] ?? '')) {
      places.push(at);
    }
  }
  return places;
}
