import { z } from 'zod';
import { cleanText, singleLine } from '../text.ts';

/** Worded only when needed: writing a number for people loads language data that a start can do without. */
function atMost(label: string, limit: number) {
  return {
    abort: true,
    error: () =>
      `${label} can hold up to ${limit.toLocaleString('en')} characters. Shorten it, or keep the whole text in a file and note where it is.`,
  };
}

/** A one-line text that must say something: cleaned, trimmed, 1 to `limit` characters. */
export function requiredLine(label: string, limit: number) {
  return z
    .string()
    .max(limit, atMost(label, limit))
    .overwrite((raw) => singleLine(cleanText(raw).text))
    .refine((text) => text.length > 0, `${label} is empty. Write a few words first.`);
}

/** A text of one or more lines that must say something: cleaned, trimmed, 1 to `limit` characters. */
export function requiredText(label: string, limit: number) {
  return z
    .string()
    .max(limit, atMost(label, limit))
    .overwrite((raw) => cleanText(raw).text.trim())
    .refine((text) => text.length > 0, `${label} is empty. Write a few words first.`);
}

/** A text that may be empty: cleaned and trimmed, at most `limit` characters. */
export function optionalText(label: string, limit: number) {
  return z
    .string()
    .max(limit, atMost(label, limit))
    .overwrite((raw) => cleanText(raw).text.trim());
}

/** A text that is kept as it is written, with its blanks at both ends: a script, a default. */
export function verbatimText(label: string, limit: number) {
  return z
    .string()
    .max(limit, atMost(label, limit))
    .overwrite((raw) => cleanText(raw).text);
}
