import { entityAt } from './entities.ts';
import type { Reading } from './reading.ts';

const STARTERS = new Set(Array.from('%&\\`="\'$+', (one) => one.charCodeAt(0)));

/** Whether more than the character itself may be meant. */
export function startsEscape(code: number): boolean {
  return STARTERS.has(code);
}

/** All that what stands at an offset can mean beside the character itself. */
export function readingsAt(text: string, at: number): Reading[] {
  switch (text.charAt(at)) {
    case '%':
      return [...doubled(text, at), ...percent(text, at)];
    case '&':
      return entityAt(text, at);
    case '\\':
      return backslash(text, at);
    case '`':
      return backtick(text, at);
    case '=':
      return bytes(text, at, '=');
    case '"':
    case '$':
      return doubled(text, at);
    case "'":
      return [...doubled(text, at), ...shellQuote(text, at)];
    case '+':
      return [{ code: 32, end: at + 1 }];
    default:
      return [];
  }
}

function doubled(text: string, at: number): Reading[] {
  const code = text.charCodeAt(at);
  return text.charCodeAt(at + 1) === code ? [{ code, end: at + 2 }] : [];
}

/** `'\''` and `'"'"'`: an apostrophe within a shell's single quotation marks. */
function shellQuote(text: string, at: number): Reading[] {
  return ["'\\''", `'"'"'`]
    .filter((form) => text.startsWith(form, at))
    .map((form) => ({
      code: 39,
      end: at + form.length,
    }));
}

/** `%41`, `%2541` (encoded twice), `%u0041`. */
function percent(text: string, at: number): Reading[] {
  const wide = hex(text, at + 2, 4);
  if (wide !== undefined && /u/i.test(text.charAt(at + 1))) return [{ code: wide, end: at + 6 }];
  const once = bytes(text, at, '%');
  const twice = text.startsWith('%25', at) ? bytes(text, at, '%25') : [];
  return [...once, ...twice];
}

/** One character in UTF-8, each byte behind a prefix; or the first byte alone, as Latin-1. */
function bytes(text: string, at: number, prefix: string): Reading[] {
  const step = prefix.length + 2;
  const first = text.startsWith(prefix, at) ? hex(text, at + prefix.length, 2) : undefined;
  if (first === undefined) return [];
  const alone = { code: first, end: at + step };
  const length = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : first >= 0xc2 ? 2 : 1;
  if (length === 1) return [alone];
  let code = first & (0xff >> (length + 1));
  for (let index = 1; index < length; index += 1) {
    const from = at + index * step;
    const next = text.startsWith(prefix, from) ? hex(text, from + prefix.length, 2) : undefined;
    if (next === undefined || (next & 0xc0) !== 0x80) return [alone];
    code = (code << 6) | (next & 0x3f);
  }
  return [alone, { code, end: at + length * step }];
}

const LETTER_ESCAPES = new Map([
  ['n', 10],
  ['r', 13],
  ['t', 9],
  ['b', 8],
  ['f', 12],
  ['v', 11],
  ['a', 7],
  ['e', 27],
  ['0', 0],
]);

/** `\n`, `\x41`, `\u0041`, `\u{41}`, `\101`. A backslash before any other character is noise. */
function backslash(text: string, at: number): Reading[] {
  const letter = LETTER_ESCAPES.get(text.charAt(at + 1));
  const readings: Reading[] = letter === undefined ? [] : [{ code: letter, end: at + 2 }];
  const octal = /^\\([0-3][0-7]{2})/.exec(text.slice(at, at + 4))?.[1];
  if (octal !== undefined) readings.push({ code: Number.parseInt(octal, 8), end: at + 4 });
  return [...readings, ...bytes(text, at, '\\x'), ...unicode(text, at)];
}

/** PowerShell's `` `n `` and `` `u{41} ``. A backtick before any other character is noise. */
function backtick(text: string, at: number): Reading[] {
  const letter = LETTER_ESCAPES.get(text.charAt(at + 1));
  const readings: Reading[] = letter === undefined ? [] : [{ code: letter, end: at + 2 }];
  return [...readings, ...unicode(text, at)];
}

function unicode(text: string, at: number): Reading[] {
  if (text.charAt(at + 1) !== 'u') return [];
  const braced = /^\{([0-9a-f]{1,6})\}/i.exec(text.slice(at + 2, at + 10));
  if (braced?.[1] !== undefined) {
    const code = Number.parseInt(braced[1], 16);
    return code <= 0x10ffff ? [{ code, end: at + 2 + braced[0].length }] : [];
  }
  const high = hex(text, at + 2, 4);
  if (high === undefined) return [];
  const low = text.startsWith('\\u', at + 6) ? hex(text, at + 8, 4) : undefined;
  const alone = { code: high, end: at + 6 };
  if (low === undefined || high >> 10 !== 0x36 || low >> 10 !== 0x37) return [alone];
  return [alone, { code: 0x10000 + ((high & 0x3ff) << 10) + (low & 0x3ff), end: at + 12 }];
}

function hex(text: string, at: number, digits: number): number | undefined {
  const part = text.slice(at, at + digits);
  return part.length === digits && /^[0-9a-f]+$/i.test(part)
    ? Number.parseInt(part, 16)
    : undefined;
}
