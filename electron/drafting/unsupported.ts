import { findAnchors, holdsAnchor } from './language/anchors.ts';
import { findNamedAnchors, supportOf } from './language/named-anchors.ts';
import { foldText } from './markdown/escape.ts';

/**
 * Numbers, names with a digit, addresses, paths, files, accounts and known products of a text that
 * stand in none of the sources, each once. For words that nobody has confirmed yet.
 */
export function unsupportedNames(text: string, sources: readonly string[]): string[] {
  const line = foldText(text);
  const texts = sources.map((source) => foldText(source).toLowerCase());
  const anchors = findAnchors(line)
    .filter((anchor) => !holdsAnchor(texts, anchor.text))
    .map((anchor) => anchor.text);
  const names = findNamedAnchors(line)
    .filter((anchor) => supportOf(texts, anchor, line.slice(anchor.to), texts) === 'contradicted')
    .map((anchor) => anchor.text);
  return [...new Set([...anchors, ...names])];
}
