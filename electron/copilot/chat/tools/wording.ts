import { cleanText, singleLine } from '../../../../shared/text.ts';

/** Two texts that read the same to a person, whatever their case, spaces and full stops. */
export function sameWords(one: string, other: string): boolean {
  return folded(one) === folded(other);
}

function folded(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** A text of the model as it may be kept: no hidden characters, one line. */
export function line(text: string): string {
  return singleLine(cleanText(text).text);
}

/** The same for a text of several lines. */
export function prose(text: string): string {
  return cleanText(text).text.trim();
}
