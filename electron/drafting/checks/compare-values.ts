import type { TypedValue } from '../../../shared/notes/typed-values.ts';
import { foldText, holdsWhole, type RecordRow, readText } from './record.ts';

type NumberValue = Extract<TypedValue, { readonly kind: 'number' }>;
type DateValue = Extract<TypedValue, { readonly kind: 'date' }>;

/** A value of a sentence, with the words around it. */
interface NamedValue {
  readonly value: TypedValue;
  /** The sentence that it is in. */
  readonly sentence: string;
}

/**
 * What the rows have of a value: `same` as a whole, `derived` where a person may have made it from what
 * they have, by adding or counting, or `absent`.
 */
export type Support = 'same' | 'derived' | 'absent';

/** How the rows support a value of a sentence. */
export function supportOf({ value, sentence }: NamedValue, rows: readonly RecordRow[]): Support {
  const raw = foldText(sentence.slice(value.from, value.to));
  const texts = rows.flatMap((row) => row.texts.map(readText));
  // The day in "12 to 18 November" is no text of its own.
  const isDay = value.kind === 'date' && /^\d+$/.test(raw);
  if (!isDay && texts.some(({ folded }) => holdsWhole(folded, raw))) return 'same';
  const values = texts.flatMap((text) => text.values);
  const same = values.filter((other) => saysTheSame(value, other));
  // "25" alone says nothing of the unit, but "25 MB" beside it does.
  if (same.length > 0 && !(hasNoUnit(same) && hasOtherUnit(value, values))) return 'same';
  switch (value.kind) {
    case 'number':
      if (isRounded(value, sentence.slice(0, value.from), values)) return 'same';
      if (isCount(value, values, rows)) return values.some(isSmallCount) ? 'derived' : 'same';
      return isCalculated(value, values) ? 'derived' : 'absent';
    case 'date':
    case 'weekday':
    case 'time':
      if (!isMoment(value, values, rows)) return 'absent';
      return values.some(({ kind }) => kind === value.kind) ? 'derived' : 'same';
    default:
      return 'absent';
  }
}

function hasNoUnit(values: readonly TypedValue[]): boolean {
  return values.every((value) => value.kind === 'number' && value.unit === null);
}

function hasOtherUnit(value: TypedValue, values: readonly TypedValue[]): boolean {
  if (value.kind !== 'number' || value.unit === null) return false;
  return values.some(
    (other) =>
      other.kind === 'number' &&
      other.unit !== null &&
      other.unit !== value.unit &&
      other.readings[0] === value.readings[0],
  );
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
      return other.kind === 'code'
        ? other.key === value.key
        : other.kind === 'number' && isNumberOfCode(other, value.key);
    case 'address':
    case 'public_address':
      return isAddress(other) && (other.key === value.key || other.key.startsWith(`${value.key}/`));
    case 'path':
      return other.kind === 'path' && /^(?:$|[\\/])/.test(afterStart(other.key, value.key));
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
function afterStart(text: string, start: string): string {
  return text.startsWith(start) ? text.slice(start.length) : 'other';
}

function isAddress({ kind }: TypedValue): boolean {
  return kind === 'address' || kind === 'public_address';
}

/** A host name is in a link or mail address, a file name in a path. */
function isPlaceIn(key: string, other: TypedValue): boolean {
  switch (other.kind) {
    case 'link':
      return /^(?:$|[/?#:])/.test(afterStart(other.key, key));
    case 'dotted_name':
      return other.key === key || other.key.startsWith(`${key}.`);
    case 'mail':
      return other.key.endsWith(`@${key}`);
    case 'path':
      return other.key.split(/[\\/]/).includes(key);
    default:
      return false;
  }
}

function isSameNumber(value: NumberValue, other: TypedValue): boolean {
  switch (other.kind) {
    case 'number':
      return isSameAmount(value, other);
    case 'version': {
      // "7.4" of "7.4.3", "2573" of "7.4.3 build 2573"
      const parts = value.key.split('.');
      const isStart = parts.every((part, index) => other.parts[index] === part);
      return value.unit === null && (isStart || other.build === value.key);
    }
    case 'date':
      return value.ordinal && value.readings[0] === other.day;
    case 'time':
      return isFullHour(value, other.minutes);
    case 'code':
      return value.unit === null && isNumberOfCode(value, other.key);
    default:
      return false;
  }
}

/** "At 8" or "à 8 h" is 08:00. */
function isFullHour({ readings, unit }: NumberValue, minutes: number): boolean {
  const isHour = unit === null || (unit.family === 'time' && unit.factor === 3_600);
  return isHour && readings[0] === minutes / 60;
}

/** `5034441` and `KB5034441`, `80070005` and `0x80070005`. */
function isNumberOfCode({ readings }: NumberValue, code: string): boolean {
  const digits = /(?:^0x|\D)(\d{3,})$/.exec(code)?.[1];
  return digits !== undefined && readings.includes(Number(digits));
}

function isSameAmount(value: NumberValue, other: NumberValue): boolean {
  return someAmounts(value, other, isClose);
}

/** Compares two numbers in what they have in common: the same unit, or none; data by 1,024 and by 1,000. */
function someAmounts(
  value: NumberValue,
  other: NumberValue,
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
function isRounded(value: NumberValue, before: string, values: readonly TypedValue[]): boolean {
  if (!APPROXIMATELY.test(before)) return false;
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
  return number
    .toPrecision(6)
    .replace(/e.*|\.?0+$/g, '')
    .replace(/^0\.0*|\./g, '')
    .replace(/0+$/, '').length;
}

/** A sum, a difference, a share or a duration of what the rows have. */
function isCalculated(value: NumberValue, values: readonly TypedValue[]): boolean {
  if (value.unit === null || value.unit.family === 'time') {
    if (isDuration(value, values)) return true;
  }
  const numbers = values.filter((other) => other.kind === 'number').slice(0, MOST_NUMBERS);
  return numbers.some((one, index) =>
    numbers.slice(index + 1).some((two) => isMadeOf(value, one, two)),
  );
}

function isMadeOf(value: NumberValue, one: NumberValue, two: NumberValue): boolean {
  const [left = 0] = one.readings;
  const [right = 0] = two.readings;
  if (one.unit !== two.unit || left === right) return false;
  if (value.unit?.family === 'percent') {
    const share = (100 * Math.min(left, right)) / Math.max(left, right);
    return value.readings.some((reading) => Math.abs(reading - share) <= 0.5);
  }
  return [left + right, Math.abs(left - right)].some((amount) =>
    isSameAmount(value, { ...one, readings: [amount] }),
  );
}

/** Minutes, hours or days between two times or dates of the rows. */
function isDuration(value: NumberValue, values: readonly TypedValue[]): boolean {
  const minutes = values.flatMap((other) => (other.kind === 'time' ? [other.minutes] : []));
  const days = values.flatMap((other) => (other.kind === 'date' ? datesOf(other) : []));
  const isBetween = (moments: readonly number[], seconds: number) =>
    moments.slice(0, MOST_NUMBERS).some((one) =>
      moments.slice(0, MOST_NUMBERS).some((two) => {
        const between = { family: 'time', factor: seconds };
        return (
          one !== two &&
          isSameAmount(value, { ...value, readings: [Math.abs(one - two)], unit: between })
        );
      }),
    );
  return (
    isBetween(minutes, 60) ||
    isBetween(
      days.map((day) => day / 86_400_000),
      86_400,
    )
  );
}

/** Whether a small number counts what is listed: the items of a row or the values of one kind. */
function isCount(
  value: NumberValue,
  values: readonly TypedValue[],
  rows: readonly RecordRow[],
): boolean {
  const [count = 0] = value.readings;
  if (!isSmallCount(value)) return false;
  const kinds = new Map<string, Set<string>>();
  for (const { kind, key } of values) kinds.set(kind, (kinds.get(kind) ?? new Set()).add(key));
  if ([...kinds].some(([kind, keys]) => kind !== 'number' && keys.size === count)) return true;
  return rows.some(({ texts }) =>
    texts.some((text) =>
      text
        .split(/[.:!?]\s/)
        .some((part) => count > 1 && part.split(/,\s|;|\n|\s(?:and|und|et|y)\s/).length === count),
    ),
  );
}

/** Numbers up to twelve are counted as often as they are quoted. */
export function isSmallCount(value: TypedValue): boolean {
  if (value.kind !== 'number' || value.unit !== null) return false;
  const [count = 0] = value.readings;
  return Number.isInteger(count) && count >= 1 && count <= 12;
}

function isSameDate(value: DateValue, other: DateValue): boolean {
  const fits = (one: number | null, two: number | null) => one === null || one === two;
  const isYear = value.year === null || other.year === null || value.year === other.year;
  const turned = value.ambiguous || other.ambiguous;
  return (
    isYear &&
    ((fits(value.day, other.day) && fits(value.month, other.month)) ||
      (turned && fits(value.day, other.month) && fits(value.month, other.day)))
  );
}

/** A weekday of a date that the rows name, or a moment at which they were written. */
function isMoment(
  value: TypedValue,
  values: readonly TypedValue[],
  rows: readonly RecordRow[],
): boolean {
  const times = rows.flatMap((row) => row.times);
  if (value.kind === 'date' && isShortDate(value, values)) return true;
  if (value.kind === 'weekday') {
    const dates = values.flatMap((other) => (other.kind === 'date' ? datesOf(other, times) : []));
    if (dates.some((date) => new Date(date).getUTCDay() === value.weekday)) return true;
  }
  return times.some((time) => [localMoment(time), new Date(time)].some((at) => isAt(value, at)));
}

/** `17/11` and "the 12th" leave out what the reader knows. */
function isShortDate({ day, month }: DateValue, values: readonly TypedValue[]): boolean {
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

/** The clock on the wall as if it were UTC. */
function localMoment(time: number): Date {
  return new Date(time - new Date(time).getTimezoneOffset() * 60_000);
}

function isAt(value: TypedValue, at: Date): boolean {
  switch (value.kind) {
    case 'weekday':
      return at.getUTCDay() === value.weekday;
    case 'time':
      return at.getUTCHours() * 60 + at.getUTCMinutes() === value.minutes;
    case 'date': {
      const [year, month, day] = [at.getUTCFullYear(), at.getUTCMonth() + 1, at.getUTCDate()];
      return isSameDate(value, { ...value, year, month, day, ambiguous: false });
    }
    default:
      return false;
  }
}

/** A date as a moment in UTC; without a year, in those around the times of the rows. */
function datesOf({ year, month, day }: DateValue, times: readonly number[] = []): number[] {
  if (month === null || day === null) return [];
  const written = times.map((time) => new Date(time).getUTCFullYear());
  const years = year === null ? [...new Set(written.flatMap((one) => [one, one - 1]))] : [year];
  return years.map((one) => Date.UTC(one, month - 1, day));
}
