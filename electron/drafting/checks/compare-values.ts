import { type TypedValue, typedValues } from '../../../shared/notes/typed-values.ts';
import { foldText, holdsWhole, type RecordRow, readText } from './record.ts';

type Value<Kind extends TypedValue['kind']> = Extract<TypedValue, { readonly kind: Kind }>;

/**
 * What the rows have of a value: `same` as a whole, `derived` where a person may have made it from what
 * they have, by adding or counting, or `absent`.
 */
export type Support = 'same' | 'derived' | 'absent';

/** What rows say, in one place for many comparisons. */
export interface Source {
  readonly texts: readonly string[];
  /** The texts, folded. */
  readonly folded: readonly string[];
  readonly values: readonly TypedValue[];
  readonly times: readonly number[];
}

export function sourceOf(rows: readonly RecordRow[]): Source {
  const texts = rows.flatMap((row) => row.texts);
  const read = texts.map(readText);
  let values: readonly TypedValue[] | undefined;
  return {
    texts,
    folded: read.map(({ folded }) => folded),
    // Most values of a sentence are found in the texts as they are written.
    get values() {
      values ??= read.flatMap((one) => one.values);
      return values;
    },
    times: rows.flatMap((row) => row.times),
  };
}

/** How a source supports a value of a sentence. */
export function supportOf(value: TypedValue, sentence: string, source: Source): Support {
  const raw = foldText(sentence.slice(value.from, value.to));
  // Digits alone may be a part of something else there: the 18 of "18 November" is no error 18.
  const isPart = /^\d+$/.test(raw);
  const isWritten = source.folded.some((text) => holdsWhole(text, raw));
  if (isWritten && !isPart) return 'same';
  const { values } = source;
  if (isAmong(value, values)) return 'same';
  switch (value.kind) {
    case 'number':
      if (isRounded(value, sentence.slice(0, value.from), values)) return 'same';
      if (isCount(value, source)) return values.some(isSmallCount) ? 'derived' : 'same';
      if (isBetween(value, values)) return 'same';
      return isWritten || isCalculated(value, values) ? 'derived' : 'absent';
    case 'date':
    case 'weekday':
    case 'time':
      if (!isMoment(value, source)) return 'absent';
      return values.some(({ kind }) => kind === value.kind) ? 'derived' : 'same';
    default:
      return 'absent';
  }
}

/**
 * Typed values of a text that are in none of the sources, each once, as the text writes them. For words
 * that nobody has confirmed yet. "Two things to check" counts what the text says itself.
 */
export function unsupportedNames(text: string, sources: readonly string[]): string[] {
  const source = sourceOf([{ texts: sources, times: [] }]);
  const missing = typedValues(text)
    .filter((value) => supportOf(value, text, source) === 'absent')
    .filter(({ key, ...value }) => value.kind !== 'number' || value.unit || /\d/.test(key))
    .map(({ from, to }) => text.slice(from, to));
  return [...new Set(missing)];
}

function isAmong(value: TypedValue, values: readonly TypedValue[]): boolean {
  const same = values.filter((other) => saysTheSame(value, other));
  if (value.kind !== 'number' || value.unit === null) return same.length > 0;
  if (same.some((other) => other.kind !== 'number' || other.unit !== null)) return true;
  // "25" alone says nothing of the unit, but "25 MB" beside it does.
  const isOther = (other: TypedValue) =>
    other.kind === 'number' &&
    other.unit !== null &&
    other.unit !== value.unit &&
    other.readings[0] === value.readings[0];
  return same.length > 0 && !values.some(isOther);
}

/** Whether two values say the same, the second perhaps more exactly than the first. */
function saysTheSame(value: TypedValue, other: TypedValue): boolean {
  switch (value.kind) {
    case 'number':
      return isSameNumber(value, other);
    case 'version':
      return (
        other.kind === 'version' &&
        value.parts.every((part, index) => other.parts[index] === part) &&
        (value.build === null || value.build === other.build)
      );
    case 'date':
      return other.kind === 'date' && isSameDate(value, other);
    case 'weekday':
      return other.kind === 'weekday' && other.weekday === value.weekday;
    case 'time':
      if (other.kind === 'number') return isFullHour(other, value.minutes);
      if (other.kind !== 'time') return false;
      return value.half || other.half
        ? value.minutes % 720 === other.minutes % 720
        : value.minutes === other.minutes;
    case 'code':
      if (other.kind === 'number') return isNumberOfCode(other, value.key);
      return other.kind === 'code' && other.key === value.key;
    case 'address':
    case 'public_address':
      return /address$/.test(other.kind) && /^(?:$|\/)/.test(restOf(other.key, value.key));
    case 'path':
      return other.kind === 'path' && /^(?:$|[\\/])/.test(restOf(other.key, value.key));
    case 'account':
    case 'mail':
      return other.key === value.key;
    case 'phone':
      return (
        other.kind === 'phone' && (other.key.endsWith(value.key) || value.key.endsWith(other.key))
      );
    case 'link':
    case 'dotted_name':
      return isPlaceIn(value.key, other);
  }
}

/** What follows a start in a text; a text of its own where it starts otherwise. */
function restOf(text: string, start: string): string {
  return text.startsWith(start) ? text.slice(start.length) : 'other';
}

/** A host name is in a link or mail address, a file name in a path. */
function isPlaceIn(key: string, other: TypedValue): boolean {
  switch (other.kind) {
    case 'link':
      return /^(?:$|[/?#:])/.test(restOf(other.key, key));
    case 'dotted_name':
      return /^(?:$|\.)/.test(restOf(other.key, key));
    case 'mail':
      return other.key.endsWith(`@${key}`);
    case 'path':
      return other.key.split(/[\\/]/).includes(key);
    default:
      return false;
  }
}

function isSameNumber(value: Value<'number'>, other: TypedValue): boolean {
  switch (other.kind) {
    case 'number':
      return someAmounts(value, other, isClose);
    case 'version': {
      // "7.4" of "7.4.3", "2573" of "7.4.3 build 2573"
      const isStart = value.key.split('.').every((part, index) => other.parts[index] === part);
      return value.unit === null && (isStart || other.build === value.key);
    }
    case 'date':
      return value.ordinal && value.readings[0] === other.day;
    case 'time':
      return isFullHour(value, other.minutes);
    case 'dotted_name':
    case 'code':
      // "Bench 3" of `PACK-03`
      return (
        value.unit === null &&
        (isNumberOfCode(value, other.key) || other.key.endsWith(`0${value.key}`))
      );
    default:
      return false;
  }
}

/** "At 8" or "à 8 h" is 08:00. */
function isFullHour({ readings, unit }: Value<'number'>, minutes: number): boolean {
  const isHour = unit === null || (unit.family === 'time' && unit.factor === 3_600);
  return isHour && readings[0] === minutes / 60;
}

/** `5034441` and `KB5034441`, `80070005` and `0x80070005`, 2027 and `2027-VM`. */
function isNumberOfCode({ readings }: Value<'number'>, code: string): boolean {
  const [, start, end] = /^(\d{4,})\D|(?:^0x|\D)(\d{3,})$/.exec(code) ?? [];
  return readings.includes(Number(start ?? end));
}

/** Compares two numbers in what they have in common: the same unit, or none; data by 1,024 and by 1,000. */
function someAmounts(
  value: Value<'number'>,
  other: Value<'number'>,
  test: (one: number, two: number) => boolean,
): boolean {
  const some = (one: (factor: number) => number) =>
    value.readings.some((left) =>
      other.readings.some((right) =>
        test(left * one(value.unit?.factor ?? 1), right * one(other.unit?.factor ?? 1)),
      ),
    );
  if (value.unit === null || other.unit === null || value.unit === other.unit) return some(() => 1);
  if (value.unit.family !== other.unit.family) return false;
  if (some((factor) => factor)) return true;
  return value.unit.family === 'data' && some((factor) => 1_000 ** (Math.log2(factor) / 10));
}

function isClose(one: number, other: number): boolean {
  return Math.abs(one - other) <= 1e-9 * Math.max(Math.abs(one), Math.abs(other));
}

const APPROXIMATELY =
  /(?:about|around|approx(?:imately|\.)?|roughly|nearly|almost|over|under|some|(?:more|less|fewer) than|at (?:least|most)|up to|circa|ca\.|etwa|rund|ungefähr|fast|über|knapp|mindestens|environ|presque|plus de|moins de|unos|unas|casi|cerca de|más de|menos de|[~≈<>])\s?$/i;
/** A rounded number may be off by so much. */
const ROUNDING = 0.2;
/** Sums and differences are looked for among so many numbers. */
const MOST_NUMBERS = 24;

/** "About 3 hours" of 170 minutes: a near number with fewer digits. */
function isRounded(value: Value<'number'>, before: string, values: readonly TypedValue[]): boolean {
  if (!APPROXIMATELY.test(before.slice(-20))) return false;
  const isNear = (one: number, two: number) =>
    Math.abs(one - two) <= ROUNDING * two && digitsOf(one) <= digitsOf(two);
  return values.some(
    (other) =>
      other.kind === 'number' &&
      (value.unit !== other.unit || digitsOf(value.readings[0]) < digitsOf(other.readings[0])) &&
      someAmounts(value, other, isNear),
  );
}

/** Digits that count: 1 in 300, 2 in 4.5. */
function digitsOf(number = 0): number {
  const [digits = ''] = number.toExponential(5).split('e');
  return digits.replace('.', '').replace(/0+$/, '').length;
}

/** A sum, a difference or a share of two numbers of the rows. */
function isCalculated(value: Value<'number'>, values: readonly TypedValue[]): boolean {
  return somePair(
    values.filter((other) => other.kind === 'number'),
    (one, two) => {
      const [left = 0] = one.readings;
      const [right = 0] = two.readings;
      if (one.unit !== two.unit || left === right) return false;
      if (value.unit?.family === 'percent') {
        const share = (100 * Math.min(left, right)) / Math.max(left, right);
        return value.readings.some((reading) => Math.abs(reading - share) <= 0.5);
      }
      return [left + right, Math.abs(left - right)].some((amount) =>
        someAmounts(value, { ...one, readings: [amount] }, isClose),
      );
    },
  );
}

/** Minutes, hours or days between two times or two dates of the rows. */
function isBetween(value: Value<'number'>, values: readonly TypedValue[]): boolean {
  const isTime = (seconds: number) =>
    someAmounts(
      value,
      { ...value, readings: [seconds / 60], unit: { family: 'time', factor: 60 } },
      isClose,
    );
  const times = values.flatMap((other) => (other.kind === 'time' ? [other.minutes * 60] : []));
  const dates = values.flatMap((other) => (other.kind === 'date' ? datesOf(other) : []));
  return [times, dates.map((date) => date / 1_000)].some((moments) =>
    somePair(moments, (one, two) => one !== two && isTime(Math.abs(one - two))),
  );
}

function somePair<Item>(all: readonly Item[], test: (one: Item, two: Item) => boolean): boolean {
  const items = all.slice(0, MOST_NUMBERS);
  return items.some((one, index) => items.slice(index + 1).some((two) => test(one, two)));
}

/** Whether a small number counts what is listed: the items of a row or the values of one kind. */
function isCount(value: Value<'number'>, { values, texts }: Source): boolean {
  const [count = 0] = value.readings;
  if (!isSmallCount(value)) return false;
  const kinds = new Map<string, Set<string>>();
  for (const one of values) {
    const isQuantity = one.kind === 'number' && (one.unit !== null || isSmallCount(one));
    if (!isQuantity) kinds.set(one.kind, (kinds.get(one.kind) ?? new Set()).add(one.key));
  }
  if ([...kinds.values()].some(({ size }) => size === count)) return true;
  const parts = texts.flatMap((text) => text.split(/[.:!?]\s/));
  return count > 1 && parts.some((part) => part.split(LIST_SEPARATOR).length === count);
}

const LIST_SEPARATOR = /,\s|;|\n|\s(?:and|und|et|y)\s/;

/** Numbers up to twelve are counted as often as they are quoted. */
export function isSmallCount(value: TypedValue): boolean {
  if (value.kind !== 'number' || value.unit !== null) return false;
  const [count = 0] = value.readings;
  return Number.isInteger(count) && count >= 1 && count <= 12;
}

function isSameDate(value: Value<'date'>, other: Value<'date'>): boolean {
  const fits = (one: number | null, two: number | null) =>
    one === null || two === null || one === two;
  const { day, month, year } = value;
  const isTurned =
    (value.ambiguous || other.ambiguous) && fits(day, other.month) && fits(month, other.day);
  return fits(year, other.year) && ((fits(day, other.day) && fits(month, other.month)) || isTurned);
}

/** A weekday of a date that the rows name, a date in other words, or a moment at which they were written. */
function isMoment(value: Value<'date' | 'weekday' | 'time'>, { values, times }: Source): boolean {
  if (value.kind === 'date' && isShortDate(value, values)) return true;
  const dates = values.flatMap((other) => (other.kind === 'date' ? datesOf(other, times) : []));
  // By the clock on the wall as well as in UTC.
  const moments = times.flatMap((time) => [
    time,
    time - new Date(time).getTimezoneOffset() * 60_000,
  ]);
  return [...moments, ...(value.kind === 'weekday' ? dates : [])].some((time) => {
    const at = new Date(time);
    const [year, month, day] = [at.getUTCFullYear(), at.getUTCMonth() + 1, at.getUTCDate()];
    if (value.kind === 'weekday') return at.getUTCDay() === value.weekday;
    if (value.kind === 'time') return at.getUTCHours() * 60 + at.getUTCMinutes() === value.minutes;
    return isSameDate(value, { ...value, year, month, day, ambiguous: false });
  });
}

/** "The 17th" or "17/11", of which the rows name the parts alone. */
function isShortDate({ day, month }: Value<'date'>, values: readonly TypedValue[]): boolean {
  const has = (wanted: number | null, isOrdinal: boolean) =>
    values.some(
      (other) =>
        other.kind === 'number' &&
        other.unit === null &&
        (other.ordinal || !isOrdinal) &&
        other.readings[0] === wanted,
    );
  return has(day, true) || (has(day, false) && has(month, false));
}

/** A date as a moment in UTC; without a year, in those around the times of the rows. */
function datesOf({ year, month, day }: Value<'date'>, times: readonly number[] = []): number[] {
  if (month === null || day === null) return [];
  const written = times.map((time) => new Date(time).getUTCFullYear());
  const years = year === null ? [...new Set(written.flatMap((one) => [one, one - 1]))] : [year];
  return years.map((one) => Date.UTC(one, month - 1, day));
}
