import { type TypedValue, typedValues } from '../../shared/notes/typed-values.ts';
import { supportOf } from './checks/compare-values.ts';

/**
 * Typed values of a text that are in none of the sources, each once, as the text writes them. For
 * words that nobody has confirmed yet.
 */
export function unsupportedNames(text: string, sources: readonly string[]): string[] {
  const rows = [{ texts: sources, times: [] }];
  const missing = typedValues(text)
    .filter(
      (value) => supportOf({ value, sentence: text }, rows) === 'absent' && !isWordNumber(value),
    )
    .map(({ from, to }) => text.slice(from, to));
  return [...new Set(missing)];
}

/** "Two things to check" counts what the text says itself. */
function isWordNumber(value: TypedValue): boolean {
  return value.kind === 'number' && value.unit === null && !/\d/.test(value.key);
}
