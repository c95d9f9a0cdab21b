import type { KnownName } from '../domain/known-name.ts';
import type { TextSpan } from '../text.ts';
import { typedValues } from './typed-values.ts';

/**
 * The typed values of a text that a customer must not read: private addresses, paths, accounts and
 * the session's known names, as places in the text in their order.
 */
export function internalValues(text: string, names: readonly KnownName[]): readonly TextSpan[] {
  const places = typedValues(text)
    .filter((value) => 'isInternal' in value && value.isInternal)
    .map(({ from, to }) => ({ from, to }));
  if (names.length === 0) return places;
  const folded = foldCase(text);
  for (const { name } of names) {
    for (const place of wholeWords(folded, foldCase(name.trim()))) {
      if (!places.some(({ from, to }) => from <= place.from && place.to <= to)) places.push(place);
    }
  }
  return places.toSorted((one, other) => one.from - other.from || one.to - other.to);
}

/** Small letters, with every character at the place where it was. */
export function foldCase(text: string): string {
  const folded = text.toLowerCase();
  if (folded.length === text.length) return folded;
  return Array.from(text, (character) => {
    const small = character.toLowerCase();
    return small.length === character.length ? small : character;
  }).join('');
}

/** Where a name occurs that is not part of a longer word. Both texts are folded. */
export function wholeWords(text: string, name: string): TextSpan[] {
  const places: TextSpan[] = [];
  if (name === '') return places;
  for (let from = text.indexOf(name); from >= 0; from = text.indexOf(name, from + name.length)) {
    const to = from + name.length;
    const cutsBefore = isWordCharacter(name[0]) && isWordCharacter(text[from - 1]);
    const cutsAfter = isWordCharacter(name.at(-1)) && isWordCharacter(text[to]);
    if (!cutsBefore && !cutsAfter) places.push({ from, to });
  }
  return places;
}

function isWordCharacter(character: string | undefined): boolean {
  return character !== undefined && /[\p{L}\p{N}_]/u.test(character);
}
