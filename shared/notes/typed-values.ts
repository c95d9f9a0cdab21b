import { LRUCache } from 'lru-cache';
import type { TextSpan } from '../text.ts';
import { MONTHS, NUMBER_WORDS, UNITS, type Unit, unitOfWord, WEEKDAYS } from './value-words.ts';

/** What a value says, apart from how it is written. */
type ValueMeaning =
  | {
      readonly kind: 'number';
      /** `1.284` may be a decimal or a thousand: both readings are kept. */
      readonly readings: readonly number[];
      readonly unit: Unit | null;
      /** `12th`: may be the day of a date. */
      readonly ordinal: boolean;
    }
  | { readonly kind: 'version'; readonly parts: readonly string[]; readonly build: string | null }
  | {
      readonly kind: 'date';
      readonly day: number | null;
      readonly month: number | null;
      readonly year: number | null;
      /** `11/12/2026`: day and month may be the other way round. */
      readonly ambiguous: boolean;
    }
  /** 0 is Sunday. */
  | { readonly kind: 'weekday'; readonly weekday: number }
  /** Minutes since midnight; `half` where nobody says which half of the day is meant. */
  | { readonly kind: 'time'; readonly minutes: number; readonly half: boolean }
  | { readonly kind: 'address' | 'path' | 'account'; readonly isInternal: true }
  | {
      readonly kind: 'public_address' | 'mail' | 'link' | 'phone' | 'code' | 'dotted_name';
      readonly isInternal: boolean;
    };

/** A value in a text: what can be compared whole. `key` is its text in one spelling. */
export type TypedValue = TextSpan & { readonly key: string } & ValueMeaning;

/** With each keystroke all lines of a note but one are the same as before. Counted in characters. */
const held = new LRUCache<string, readonly TypedValue[]>({
  maxSize: 2_000_000,
  sizeCalculation: (_, text) => text.length + 100,
});

/** The typed values of a text in their order. Linear in the length of the text. */
export function typedValues(text: string): readonly TypedValue[] {
  const known = held.get(text);
  if (known !== undefined) return known;
  const values = readValues(text);
  held.set(text, values);
  return values;
}

/** A file or host name may have so many characters; a longer run is data, and is not read. */
const LONGEST_WORD = 400;

const COMPONENT = String.raw`[^\\\s"“”<>|:*?,;()]{1,80}`;
const TAIL = String.raw`(?:\\(?:${COMPONENT}(?: [^\\\s"<>|:*?]{1,80}){0,3}(?=\\)|${COMPONENT})?)`;
const WINDOWS_PATH = new RegExp(
  String.raw`\\\\[\w.$-]{1,80}${TAIL}+|(?<![A-Za-z0-9])[A-Za-z]:${TAIL}+|(?<![A-Za-z0-9])[A-Za-z]:\/[\w.\/-]{1,400}|\bHK(?:LM|CU|CR|U|EY_[A-Z_]{4,30})\b:?${TAIL}+|%\w{2,30}%${TAIL}*|(?<![\w\\])[\w-]{1,80}(?:\\[\w.-]{1,80}){2,20}`,
  'g',
);
const UNIX_PATH =
  /(?<![\w.:/\\<&-])\/(?:(?:etc|var|usr|home|opt|tmp|srv|root|mnt|dev|Users|Library|Volumes|Applications)\/[\w.@+/-]{0,400}|(?:[\w.@+-]{1,80}\/){1,20}[\w.@+-]{1,80})/g;
const ACCOUNT =
  /(?<![\w\\:.-])(?:[A-Z][A-Z0-9-]{1,30}(?:\.[A-Za-z0-9-]{1,30}){0,4}|\.)\\(?!\\)[A-Za-z][\w.$-]{1,60}|\bS-1-5-\d{1,10}(?:-\d{1,10}){1,14}\b|\b(?:OU|CN|DC)=[\w -]{1,80}(?:,\s?(?:OU|CN|DC)=[\w -]{1,80}){1,12}/g;
const LINK = /\b(?:https?|ftp):\/\/[^\s<>"“”]{1,500}|\bwww\.[^\s<>"“”]{3,500}/gi;
const MAIL = /(?<![\w.%+-])[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,5}/g;
/** International, in brackets, in the 3-3-4 form, or with a leading zero and groups; other runs of digits are too often something else. */
const PHONE =
  /(?<![\w.+-])(?:\+\d{1,3}[ ().-]{0,2}\d(?:[ ().-]{0,2}\d){6,12}|\(\d{2,5}\)[ -]?\d(?:[ -]?\d){5,9}|\d{3}[ .-]\d{3}[ .-]\d{4}|0\d{2,4}[ -]\d{3,4}[ -]\d{3,4}|0\d{4}[ -]\d{5,6})(?![\w-]|\.\d)/g;
const IPV4 =
  /(?<![\w.])(?:\d{1,3}\.){2}(?:\d{1,3}|x|\*)\.(?:\d{1,3}|x|\*)(?:\/\d{1,2})?(?![\w*]|\.\d)/g;
const IPV6 =
  /(?<![\w:.])(?:[0-9a-f]{1,4}:){1,7}(?::|[0-9a-f]{1,4})(?::?[0-9a-f]{1,4}){0,6}(?:\/\d{1,3})?(?![\w:])/gi;
const MAC = /(?<![\w:-])(?:[0-9a-f]{2}[:-]){5}[0-9a-f]{2}(?![\w:-])/gi;
const IS_VERSION = /(?:^|[^\p{L}])(?:version|build|release|firmware|driver|ver|rev|v)[.:]?\s*$/iu;
const PRIVATE_IPV4 =
  /^(?:10|127|169\.254|192\.168|172\.(?:1[6-9]|2\d|3[01])|100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7]))\./;
const PRIVATE_IPV6 = /^(?:f[cd]|fe[89ab])/;
const INTERNAL_NAME = /\.(?:local|lan|internal|intranet|corp|ad|home\.arpa)$/;

type Meaning<Kind extends ValueMeaning['kind']> = Extract<ValueMeaning, { readonly kind: Kind }>;

interface Shape {
  /** What a text with such a value has; most texts have none. */
  readonly mark: RegExp;
  readonly pattern: RegExp;
  readonly meaning: (key: string, before: string) => ValueMeaning | null;
  readonly fold?: (raw: string) => string;
}

const isPath = () => ({ kind: 'path', isInternal: true }) as const;

/** Values with a shape of their own, in the order in which they are looked for. */
const SHAPES: readonly Shape[] = [
  {
    mark: /:\/\/|www\./i,
    pattern: LINK,
    meaning: () => ({ kind: 'link', isInternal: false }),
    fold: (raw) => raw.toLowerCase().replace(/^(?:\w+:\/\/)?(?:www\.)?|\/$/g, ''),
  },
  { mark: /[\\%]|[a-z]:\//i, pattern: WINDOWS_PATH, meaning: isPath },
  {
    mark: /\\|S-1-5-|[CUN]=/,
    pattern: ACCOUNT,
    meaning: () => ({ kind: 'account', isInternal: true }),
  },
  { mark: /@/, pattern: MAIL, meaning: () => ({ kind: 'mail', isInternal: false }) },
  { mark: /\//, pattern: UNIX_PATH, meaning: isPath },
  {
    mark: /[:-][\da-f]{2}[:-]/i,
    pattern: MAC,
    meaning: () => ({ kind: 'address', isInternal: true }),
    fold: (raw) => raw.toLowerCase().replaceAll('-', ':'),
  },
  { mark: /[\da-f]:[\da-f:]/i, pattern: IPV6, meaning: ipv6 },
  { mark: /\d\.\d/, pattern: IPV4, meaning: ipv4 },
  {
    mark: /\d[\d ().-]{5,}\d/,
    pattern: PHONE,
    meaning: () => ({ kind: 'phone', isInternal: false }),
    fold: (raw) => raw.replace(/\D/g, ''),
  },
];

const toSmall = (raw: string) => raw.toLowerCase();

/** Values with a shape of their own come first; the words around them are read after. */
function readValues(text: string): readonly TypedValue[] {
  const values: TypedValue[] = [];
  let rest = text;
  for (const { mark, pattern, meaning, fold = toSmall } of SHAPES) {
    if (!mark.test(rest)) continue;
    let masked = '';
    let end = 0;
    for (const { 0: found, index: from } of rest.matchAll(pattern)) {
      const raw = found.replace(/[\s.,;:!?)\]}'’*_`-]+$/, '');
      const key = fold(raw);
      const value = raw === '' ? null : meaning(key, rest.slice(Math.max(0, from - 12), from));
      if (value === null) continue;
      const to = from + raw.length;
      values.push({ from, to, key, ...value });
      masked += rest.slice(end, from) + ' '.repeat(to - from);
      end = to;
    }
    if (end > 0) rest = masked + rest.slice(end);
  }
  readWords(rest, values);
  values.sort((one, other) => one.from - other.from);
  return shareUnits(text, values);
}

function ipv4(key: string, before: string): ValueMeaning | null {
  const octets = key.split('/')[0]?.split('.') ?? [];
  if (octets.some((octet) => Number(octet) > 255) || IS_VERSION.test(before)) return null;
  if (PRIVATE_IPV4.test(key)) return { kind: 'address', isInternal: true };
  return /[x*]/.test(key) ? null : { kind: 'public_address', isInternal: false };
}

function ipv6(key: string): ValueMeaning | null {
  const groups = key.split(/[:/]/).filter((group) => group !== '').length;
  if (groups < (key.includes('::') ? 2 : 8)) return null;
  return PRIVATE_IPV6.test(key)
    ? { kind: 'address', isInternal: true }
    : { kind: 'public_address', isInternal: false };
}

interface Word {
  readonly text: string;
  readonly from: number;
}

/** Runs without white space, brackets, quotation marks, dashes and commas, except commas in numbers. */
const WORD = /(?:[^\s"“”„«»‘‚()[\]{}<>,;|=–—…]|(?<=\d),(?=\d))+/g;

function readWords(text: string, values: TypedValue[]): void {
  const words: Word[] = [];
  for (const { 0: raw, index } of text.matchAll(WORD)) {
    if (raw.length <= LONGEST_WORD) pushWord(words, raw, index);
  }
  let skipTo = 0;
  words.forEach((word, index) => {
    if (word.from < skipTo) return;
    const next = words[index + 1];
    const gap = next === undefined ? '' : text.slice(word.from + word.text.length, next.from);
    const follower = next !== undefined && /^[ \u00A0\u202F]$/.test(gap) ? next : null;
    const value = /\d/.test(word.text)
      ? readNumeric(word, follower, text)
      : readWord(word, follower, text, values);
    if (value === null) return;
    values.push(value);
    skipTo = value.to;
  });
}

/** Letters or digits alone, with the punctuation after them. */
const PLAIN_WORD = /^(?:[a-z]+|\d+)[.:!?]?$/i;
/** No month, weekday or number in letters is longer. */
const LONGEST_VALUE_WORD = 12;

/** `error:691`, `LT-611/LT-612` and `08:15-09:00` are two words each; dates, times and ratios stay whole. */
function pushWord(words: Word[], raw: string, index: number): void {
  if (PLAIN_WORD.test(raw)) {
    words.push({ text: raw.replace(/[.:!?]$/, ''), from: index });
    return;
  }
  const lead = /^[^\p{L}\p{N}$€£%°]+/u.exec(raw)?.[0].length ?? 0;
  const text = raw.slice(lead).replace(/(?:['’]s|[^\p{L}\p{N}%°€$£])+$/u, '');
  const from = index + lead;
  if (text === '') return;
  // `10-12` and `08.15-09.00` are two numbers, `2024-11-b` is a code.
  const range = /^(\d[\d.,:]*)-\d[\d.,:]*\D{0,3}$/.exec(text)?.[1]?.length ?? 0;
  const cut = WHOLE.test(text) ? 0 : range || text.search(/[:/]/);
  words.push({ text: cut > 0 ? text.slice(0, cut) : text, from });
  if (cut > 0) pushWord(words, text.slice(cut + 1), from + cut + 1);
}

/** Dates, times, and numbers with a rate such as `100Mbit/s`. */
const WHOLE =
  /^(?:\d{4}-\d{1,2}-\d{1,2}|\d{1,2}\/\d{1,2}\/\d{2,4}|\d{1,2}[:h]\d{2}(?::\d{2})?(?:am|pm)?|(?:\d[\d.,]*)?[kmgt]?(?:b|bit|bits)\/s)$/i;

const AM_PM = /^(?:([ap])\.?m|uhr)$/i;

/** A word with a digit. */
function readNumeric(word: Word, next: Word | null, text: string): TypedValue | null {
  const raw = word.text.toLowerCase();
  const end = word.from + word.text.length;
  const of = (to: number, key: string, meaning: ValueMeaning): TypedValue => ({
    from: word.from,
    to,
    key,
    ...meaning,
  });
  const number = { kind: 'number', unit: null, ordinal: false } as const;
  const [spaced, hours, minutes] =
    /^(\d{1,2})[ \u00A0\u202F]h[ \u00A0\u202F](\d{2})(?!\d)/.exec(
      text.slice(word.from, word.from + 8),
    ) ?? [];
  const french = spaced === undefined ? null : readTime(`${hours}h${minutes}`, null);
  if (french !== null) return of(word.from + (spaced?.length ?? 0), `${french.minutes}`, french);
  const halfDay = next === null ? null : AM_PM.exec(next.text);
  if (halfDay === null && /^\d+$/.test(raw)) {
    return withUnit(word, next, { ...number, readings: [Number(raw)] });
  }
  const date = readDate(raw);
  if (date !== null) return of(end, raw, date);
  const time = readTime(raw, halfDay?.[0].toLowerCase() ?? null);
  if (time !== null) {
    return of(
      halfDay === null || next === null ? end : next.from + next.text.length,
      `${time.minutes}`,
      time,
    );
  }
  const isGrouped = /^\d{1,3}(?:\.\d{3}){2,}$/.test(raw);
  const version = /^(?:v(\d+(?:\.\d+)*)|(\d+(?:\.\d+){2,}))$/.exec(raw);
  if (version !== null && !isGrouped) {
    const key = version[1] ?? version[2] ?? '';
    const tail = /^[ ,(]{1,2}build[ :#]?(\d+(?:\.\d+)?)/i.exec(text.slice(end, end + 40));
    const build = tail?.[1] ?? null;
    return of(end + (tail?.[0].length ?? 0), key, {
      kind: 'version',
      parts: key.split('.'),
      build,
    });
  }
  const amount = /^([€$£])?(\d(?:[\d.,]*\d)?)-?(%|°?\p{L}+(?:\/s)?|[€$£])?$/u.exec(raw);
  if (amount !== null) {
    const [, sign, digits = '', suffix] = amount;
    const meaning = { ...number, readings: readingsOf(digits) };
    const attached = UNITS.get(suffix ?? sign ?? '');
    if (attached !== undefined) return of(end, raw, { ...meaning, unit: attached });
    if (suffix === undefined || suffix === 'x') return withUnit(word, next, meaning);
    if (/^(?:st|nd|rd|th|er|e|º|ª)$/.test(suffix))
      return of(end, raw, { ...meaning, ordinal: true });
    if (raw.includes('-')) return of(word.from + digits.length, digits, meaning);
  }
  if (/^[\p{L}\p{N}_-]+(?:\.[\p{L}\p{N}_-]+)*\.\p{L}{2,}$/u.test(raw)) {
    return of(end, raw, { kind: 'dotted_name', isInternal: INTERNAL_NAME.test(raw) });
  }
  if (!/\p{L}|\d[-:]\d/u.test(raw)) return null;
  return of(end, raw.replaceAll(/[-_ ]/g, ''), { kind: 'code', isInternal: false });
}

function withUnit(word: Word, next: Word | null, number: Meaning<'number'>): TypedValue {
  const unit = next === null ? undefined : unitOfWord(next.text);
  const key = word.text.toLowerCase();
  const { from } = word;
  if (next === null || unit === undefined)
    return { ...number, from, to: from + word.text.length, key };
  const to = next.from + next.text.length;
  return { ...number, from, to, key: `${key} ${next.text.toLowerCase()}`, unit };
}

/** `1.284` is 1.284 or 1284, `1,284.5` only 1284.5. */
function readingsOf(digits: string): number[] {
  const separators = digits.match(/[.,]/g) ?? [];
  const cut = digits.search(/[.,]\d*$/);
  const whole = digits.slice(0, cut).replace(/[.,]/g, '');
  const isDecimal = separators.length === 1 || separators[0] !== separators.at(-1);
  const isGrouped = /^[1-9]\d{0,2}(?:[.,]\d{3})+$/.test(digits);
  if (separators.length === 0) return [Number(digits)];
  return [
    ...(isGrouped ? [Number(digits.replace(/[.,]/g, ''))] : []),
    ...(isDecimal ? [Number(`${whole}.${digits.slice(cut + 1)}`)] : []),
  ];
}

function readDate(raw: string): Meaning<'date'> | null {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:t|$)/.exec(raw);
  if (iso !== null) return dateOf(iso[1], iso[2], iso[3], false);
  const parts = /^(\d{1,2})(?:\/(\d{1,2})\/(\d{4}|\d{2})|\.(\d{1,2})\.(\d{4}))$/.exec(raw);
  if (parts === null) return null;
  const [, first, second, year, dottedMonth, dottedYear] = parts;
  if (dottedYear !== undefined) return dateOf(dottedYear, dottedMonth, first, false);
  return Number(first) > 12
    ? dateOf(year, second, first, false)
    : dateOf(year, first, second, Number(second) <= 12);
}

function dateOf(
  year: string | undefined,
  month: string | undefined,
  day: string | undefined,
  ambiguous: boolean,
): Meaning<'date'> | null {
  const [y, m, d] = [Number(year), Number(month), Number(day)];
  if (m < 1 || m > 12 || d < 1 || d > 31) return null;
  return { kind: 'date', year: y < 100 ? 2000 + y : y, month: m, day: d, ambiguous };
}

/** `mark` is the "am", "pm" or "Uhr" after it. */
function readTime(raw: string, mark: string | null): Meaning<'time'> | null {
  const found =
    /^(\d{1,2})[:h](\d{2})(?::\d{2})?([ap]m)?$/.exec(raw) ??
    (mark === null ? /^(\d{1,2})()([ap]m)$/.exec(raw) : /^(\d{1,2})(?:\.(\d{2}))?()$/.exec(raw));
  if (found === null) return null;
  const [hour, minute] = [Number(found[1]), Number(found[2] ?? 0)];
  if (hour > 24 || minute > 59) return null;
  const half = found[3] || mark;
  const isHalfDay = half !== null && /^[ap]/.test(half);
  const hours = isHalfDay ? (hour % 12) + (half.startsWith('p') ? 12 : 0) : hour;
  const isOpen = hour >= 1 && hour <= 12 && !raw.startsWith('0') && mark !== 'uhr';
  return { kind: 'time', minutes: hours * 60 + minute, half: !isHalfDay && isOpen };
}

/** A word without a digit: a number in letters, a month, a weekday, or a name with dots. */
function readWord(
  word: Word,
  next: Word | null,
  text: string,
  before: TypedValue[],
): TypedValue | null {
  const raw = word.text.toLowerCase();
  const place = { from: word.from, to: word.from + word.text.length, key: raw };
  if (raw.includes('.')) {
    const isName = /^[\p{L}_-]+(?:\.[\p{L}_-]+)*\.\p{L}{2,}$/u.test(raw) && /\p{L}{3}/u.test(raw);
    const isInternal = INTERNAL_NAME.test(raw);
    return isName ? { ...place, kind: 'dotted_name', isInternal } : null;
  }
  if (raw.length > LONGEST_VALUE_WORD) return null;
  const weekday = WEEKDAYS.get(raw) ?? WEEKDAYS.get(raw.replace(/s$/, ''));
  if (weekday !== undefined) return { ...place, kind: 'weekday', weekday };
  const month = MONTHS.get(raw);
  if (month !== undefined) return readMonth(word, month, text, before);
  const count = NUMBER_WORDS.get(raw);
  if (count === undefined) return null;
  const meaning = { kind: 'number', readings: [count], unit: null, ordinal: false } as const;
  const number = withUnit(word, next, meaning);
  // "One" is a pronoun as often as a number.
  return count === 1 && number.to === place.to ? null : number;
}

function readMonth(
  word: Word,
  { month, isWordToo }: { readonly month: number; readonly isWordToo: boolean },
  text: string,
  before: TypedValue[],
): TypedValue | null {
  const end = word.from + word.text.length;
  const after = text.slice(end, end + 20);
  const last = before.at(-1);
  const gap = last === undefined ? '' : text.slice(last.to, word.from);
  const isDay =
    last?.kind === 'number' &&
    last.unit === null &&
    (last.readings[0] ?? 0) >= 1 &&
    (last.readings[0] ?? 99) <= 31 &&
    /^\.?\s(?:of\s|de\s)?$/.test(gap);
  const dayAfter = isDay ? null : /^\.?\s(\d{1,2})(?:st|nd|rd|th)?(?![\d%]|[:.,]\d)/i.exec(after);
  const spentDay = dayAfter?.[0].length ?? 0;
  const year = /^\.?,?\s(?:de\s)?(\d{4})(?![\d:/-])/.exec(after.slice(spentDay));
  const day = isDay ? (last.readings[0] ?? null) : dayAfter === null ? null : Number(dayAfter[1]);
  if (day === null && year === null && isWordToo) return null;
  if (isDay) before.pop();
  const from = isDay ? last.from : word.from;
  const to = end + spentDay + (year?.[0].length ?? 0);
  const date = { day, month, year: year === null ? null : Number(year[1]), ambiguous: false };
  return { from, to, key: text.slice(from, to).toLowerCase(), kind: 'date', ...date };
}

const SHARES_UNIT = /^\s?(?:of|von|sur|de|to|bis|à|a|or|oder|and|und|-|–|\/)\s?$/i;

/** In `31.7 of 32.6 GB` and `5-10 minutes` the first number has the unit of the second, in `12 to 18 November` the month. */
function shareUnits(text: string, values: readonly TypedValue[]): readonly TypedValue[] {
  return values.map((value, index): TypedValue => {
    const next = values[index + 1];
    if (value.kind !== 'number' || value.unit !== null || next === undefined) return value;
    if (next.kind !== 'number' && next.kind !== 'date') return value;
    if (!SHARES_UNIT.test(text.slice(value.to, next.from))) return value;
    if (next.kind === 'number') return next.unit === null ? value : { ...value, unit: next.unit };
    const [day = 0] = value.readings;
    if (next.day === null || day < 1 || day > 31) return value;
    const { from, to, key } = value;
    const { month, year } = next;
    return { from, to, key, kind: 'date', day, month, year, ambiguous: false };
  });
}
