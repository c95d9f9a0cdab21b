import { LRUCache } from 'lru-cache';
import { spansOf, type TextSpan } from './spans.ts';

/** Words that carry a claim which can be looked up: numbers, names with digits, addresses, paths, files, accounts. */
const ANCHOR = /[^\s"“”„()[\]{},;]+/g;
const TELLS =
  /\d|\\|@|:\/\/|\.(?:exe|dll|sys|log|txt|csv|xlsx?|docx?|pdf|pst|ost|zip|msi|ps1|bat|cmd|vbs|sh|ini|conf|cfg|xml|json|com|net|org|local|lan|internal)\b|^(?:HKLM|HKCU|HKEY_)/i;
const TELLS_SOMEWHERE = /\d|\\|@|:\/\/|\.\w|HK/;
const QUANTITY = /^[~<>≈±+$€£#-]?\d[\d.,:/]*(?:%|-?[\p{L}]{1,12})?$/u;

const NUMBER_WORDS = new Map(
  'zero one two three four five six seven eight nine ten eleven twelve'
    .split(' ')
    .map((word, value) => [word, String(value)]),
);

/** With each keystroke all lines of a note but one are the same as before. */
const foundAnchors = new LRUCache<string, readonly TextSpan[]>({ max: 2_000 });

/** The anchors of a text, in UTF-16 offsets, signs around them left off. */
export function findAnchors(text: string): readonly TextSpan[] {
  const known = foundAnchors.get(text);
  if (known !== undefined) return known;
  const found = readAnchors(text);
  foundAnchors.set(text, found);
  return found;
}

function readAnchors(text: string): readonly TextSpan[] {
  const found: TextSpan[] = [];
  if (!TELLS_SOMEWHERE.test(text)) return found;
  for (const { from, text: word } of spansOf(text, ANCHOR)) {
    if (!TELLS.test(word)) continue;
    const lead = word.match(/^['’‘~.:!?-]+(?=.)/)?.[0].length ?? 0;
    const trimmed = word.slice(lead).replace(/(?:['’](?:s|\b)|[.:!?'’…-])+$/, '');
    if (trimmed === '' || !TELLS.test(trimmed)) continue;
    found.push({ from: from + lead, to: from + lead + trimmed.length, text: trimmed });
  }
  return found;
}

/** Whether any of the texts (folded, in small letters) holds an anchor, or, for a quantity, its numbers. */
export function holdsAnchor(texts: readonly string[], anchor: string): boolean {
  const wanted = anchor.toLowerCase();
  if (texts.some((text) => holdsWord(text, wanted))) return true;
  if (!QUANTITY.test(wanted)) return false;
  const numbers = [...numbersOf(wanted)];
  return texts.some((text) => {
    const known = numbersOf(text);
    return numbers.every((number) => known.has(number));
  });
}

/** Whether a text holds a string that is not part of a longer word or number. */
export function holdsWord(text: string, wanted: string): boolean {
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) {
    const before = text[at - 1] ?? ' ';
    const after = text[at + wanted.length] ?? ' ';
    const cutsBefore = isWordCharacter(before) && isWordCharacter(wanted[0] ?? ' ');
    const cutsAfter = isWordCharacter(after) && isWordCharacter(wanted.at(-1) ?? ' ');
    if (!cutsBefore && !cutsAfter) return true;
  }
  return false;
}

function isWordCharacter(character: string): boolean {
  return /[\p{L}\p{N}_]/u.test(character);
}

const readNumbers = new LRUCache<string, ReadonlySet<string>>({ max: 2_000 });

/** The numbers of a text without separators and leading zeros, those in words included. */
export function numbersOf(text: string): ReadonlySet<string> {
  const known = readNumbers.get(text);
  if (known !== undefined) return known;
  const digits = text.match(/\d+(?:[.,]\d{3}(?!\d))*/g) ?? [];
  const words =
    text.match(/\b(?:zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b/g) ??
    [];
  const numbers = new Set([
    ...digits.map((number) => number.replace(/[.,]/g, '').replace(/^0+(?=\d)/, '')),
    ...words.flatMap((word) => NUMBER_WORDS.get(word) ?? []),
  ]);
  readNumbers.set(text, numbers);
  return numbers;
}
