import {
  type Gold,
  type GoldLine,
  linesOf,
  type Mutant,
  type Mutation,
  SECTIONS,
  withLine,
} from './mutation.ts';
import { holds, numbersIn } from './record.ts';

/** A sort of thing in a line that can be looked up, and what may stand in its place wrongly. */
interface Sort {
  readonly kind_of_mutation: string;
  readonly pattern: RegExp;
  /** Wrong ones, the likeliest slip first. */
  readonly others: (found: string, gold: Gold) => readonly string[];
}

const IN_WORDS = 'number in words changed';
const MONTHS =
  'January February March April May June July August September October November December'.split(
    ' ',
  );
const WEEKDAYS = 'Monday Tuesday Wednesday Thursday Friday Saturday Sunday'.split(' ');
const NUMBER_WORDS = 'two three four five six seven eight nine ten eleven twelve'.split(' ');
const PRODUCTS =
  'Outlook Teams OneDrive SharePoint Excel Word Chrome Firefox Edge Citrix FortiClient AnyConnect Veeam Datto Hyper-V VMware QuickBooks Sage AutoCAD Acrobat Zoom Intune Exchange Defender'.split(
    ' ',
  );
const STAND_IN_NAMES = ['kepler', 'orchard', 'vantage', 'meridian'];

/** Order matters: what one sort has taken, no later one looks at. */
const SORTS: readonly Sort[] = [
  {
    kind_of_mutation: 'path, account, address or file changed',
    pattern:
      /[^\s"“”(),;]*[\\@][^\s"“”(),;]*[\p{L}\p{N}]|\b[\w-]+\.(?:exe|dll|sys|log|ost|pst|ps1|msi|zip|ini|xml)\b/gu,
    others: (found) => {
      const longest = (
        found.match(/\b(?!(?:and|are|between|for|from|that|the|was|were|with)\b)\p{L}{3,}/gu) ?? []
      ).toSorted((a, b) => b.length - a.length)[0];
      return longest === undefined
        ? []
        : STAND_IN_NAMES.map((name) => found.replace(longest, name));
    },
  },
  {
    kind_of_mutation: 'host or address swapped',
    pattern: /\b\d{1,3}\.\d{1,3}\.\d{1,3}\.\d{1,3}\b/g,
    others: (found) =>
      [1, 7, 13, 29, 71].map((by) =>
        found.replace(/\d+$/, (last) => String(((Number(last) + by) % 253) + 1)),
      ),
  },
  {
    kind_of_mutation: 'error code, KB or event id changed',
    pattern:
      /\b0x[\dA-Fa-f]{4,}\b|\bKB\d{5,8}\b|\b[A-Z]{4,}\d{4,}\b|(?<=\b(?:[Ee]rror|[Cc]ode|[Ee]vents?|ID|id) (?:ID |id |code )?)\d{3,5}\b/g,
    others: slippedDigits,
  },
  {
    kind_of_mutation: 'host or address swapped',
    pattern: /\b(?!KB\d)[A-Z]{2,}[A-Z\d]*(?:-[A-Z\d]+)*(?<=\d)\b(?!\.\d)/g,
    others: (found, { record }) => [
      ...new Set(
        Array.from(record.all.matchAll(/\b[a-z]{2,}[a-z\d]*(?:-[a-z\d]+)*\d\b/g), ([host]) =>
          host.toUpperCase(),
        ).filter((host) => /^[A-Z]{2,}[\dA-Z-]*\d$/.test(host) && !host.startsWith('KB')),
      ),
      ...slippedDigits(found),
    ],
  },
  {
    kind_of_mutation: 'date changed',
    pattern: new RegExp(
      `\\b\\d{4}-\\d\\d-\\d\\d\\b|\\b\\d{1,2}\\.\\d{1,2}\\.(?:\\d{4})?|\\b\\d{1,2}(?:st|nd|rd|th)? (?:${MONTHS.join('|')})\\b|\\b(?:${MONTHS.join('|')}) \\d{1,2}\\b`,
      'g',
    ),
    others: (found) => [
      ...[1, 2, 3, 5, 9, 11].map((by) =>
        found.replace(/(\d{1,2})(?=\D*$)/, (day) =>
          String(((Number(day) + by - 1) % 28) + 1).padStart(day.length, '0'),
        ),
      ),
    ],
  },
  {
    kind_of_mutation: 'month changed',
    pattern: new RegExp(
      `(?<=\\d{1,2}(?:st|nd|rd|th)? )(?:${MONTHS.join('|')})\\b|\\b(?:${MONTHS.join('|')})(?= \\d)`,
      'g',
    ),
    others: (found) => shifted(MONTHS, found),
  },
  {
    kind_of_mutation: 'weekday changed',
    pattern: new RegExp(`\\b(?:${WEEKDAYS.join('|')})\\b`, 'g'),
    others: (found) => shifted(WEEKDAYS, found),
  },
  {
    kind_of_mutation: 'time changed',
    pattern: /\b\d{1,2}:\d{2}\b/g,
    others: (found) =>
      [15, 25, 35, 40, 10, 50].map((by) =>
        found.replace(/\d{2}$/, (minutes) => String((Number(minutes) + by) % 60).padStart(2, '0')),
      ),
  },
  {
    kind_of_mutation: 'version changed',
    pattern: /(?<![\d.])\d+(?:\.\d+){1,3}(?![\d.]*\d)/g,
    others: slippedDigits,
  },
  {
    kind_of_mutation: 'number changed',
    // A tier is who takes over, which is the writer's to say.
    pattern: /(?<![\w.:/\\-]|\b(?:tier|level) )\d+(?=[\p{L}%]{0,3}(?![\w:/\\-]|[.,]\d))/gu,
    others: slippedDigits,
  },
  {
    kind_of_mutation: IN_WORDS,
    pattern: new RegExp(`\\b(?:${NUMBER_WORDS.join('|')})\\b`, 'gi'),
    others: (found) => shifted(NUMBER_WORDS, found.toLowerCase()),
  },
  {
    kind_of_mutation: 'product swapped',
    pattern: new RegExp(`\\b(?:${PRODUCTS.join('|')})\\b`, 'g'),
    others: (found) => shifted(PRODUCTS, found),
  },
];

/** Sorts that share the date's words: a day and its month are changed one at a time. */
const SHARES_ITS_PLACE = new Set(['date changed']);

/** How many of something a plan asks for is the writer's to say. */
function isPlan({ kind }: Gold, { section }: GoldLine): boolean {
  return kind === 'escalate' && section === SECTIONS.escalate.next;
}

/** G2: each thing in a line that can be looked up, replaced by one that stands nowhere in the session. */
export const changedAnchors: Mutation = (gold) =>
  linesOf(gold.document).flatMap((line) => [
    ...changesOf(gold, line),
    ...borrowedFigure(gold, line),
  ]);

function changesOf(gold: Gold, line: GoldLine): Mutant[] {
  let rest = line.block.text;
  return SORTS.flatMap((sort) => {
    const places = Array.from(rest.matchAll(sort.pattern), (match) => ({
      at: match.index,
      found: match[0],
    }));
    if (!SHARES_ITS_PLACE.has(sort.kind_of_mutation)) {
      for (const { at, found } of places) {
        rest = rest.slice(0, at) + '·'.repeat(found.length) + rest.slice(at + found.length);
      }
    }
    return places.flatMap(({ at, found }): Mutant[] => {
      if (!isGrounded(gold, line, found) || isConfidence(gold, line, at, found)) return [];
      if (
        sort.kind_of_mutation === IN_WORDS &&
        isPlan(gold, line) &&
        isOwnCount(gold, line, at, found)
      )
        return [];
      const other = sort
        .others(found, gold)
        .find((one) => one !== found && isNowhere(gold, line, one));
      return other === undefined
        ? []
        : [mutantOf(gold, line, sort.kind_of_mutation, at, found, other)];
    });
  });
}

/** A figure of another row in place of the line's own: right in itself, and wrong here. */
function borrowedFigure(gold: Gold, line: GoldLine): Mutant[] {
  const { record } = gold;
  const own = numbersIn(`${record.session}\n${record.of(line.block.evidence_ids)}`);
  const borrowed = [...record.numbers].find((value) => value > 12 && !own.has(value));
  const match = /(?<![\w.:/\\-]|\b(?:tier|level) )\d+(?![\w.:/\\-]*[\w:/\\])/.exec(line.block.text);
  if (borrowed === undefined || match === null) return [];
  if (isConfidence(gold, line, match.index, match[0])) return [];
  return [mutantOf(gold, line, 'figure of another row', match.index, match[0], String(borrowed))];
}

function mutantOf(
  gold: Gold,
  line: GoldLine,
  kind_of_mutation: string,
  at: number,
  found: string,
  other: string,
): Mutant {
  const { text } = line.block;
  const changed = text.slice(0, at) + other + text.slice(at + found.length);
  const own = kind_of_mutation === IN_WORDS && isOwnCount(gold, line, at, found);
  return {
    expected_rule: 'G2',
    ...(own ? { expected_level: 'warn' as const } : {}),
    kind_of_mutation: own ? 'count of the writer’s own changed (W)' : kind_of_mutation,
    what: `“${found}” became “${other}” in: ${changed}`,
    document: withLine(gold.document, line, { ...line.block, text: changed }),
  };
}

function isOwnCount(gold: Gold, line: GoldLine, at: number, found: string): boolean {
  return !isCounted(gold, line, found, line.block.text.slice(at + found.length));
}

/**
 * Whether the record gives the same number of the same things. Where it does not, the writer has
 * counted for the first time, which no program can follow: it can but ask.
 */
function isCounted({ record }: Gold, { block }: GoldLine, found: string, after: string): boolean {
  const number = numbersIn(found);
  const things = (text: string) =>
    (
      text
        .toLowerCase()
        .match(/^(?: +[\p{L}-]+){1,3}/u)?.[0]
        .match(/\b(?!(?:and|are|between|for|from|that|the|was|were|with)\b)\p{L}{3,}/gu) ?? []
    ).map((word) => word.slice(0, 5));
  const counted = things(after);
  const text = `${record.session}\n${record.of(block.evidence_ids)}`;
  return Array.from(text.matchAll(/[\p{L}\d]+/gu)).some(
    (match) =>
      [...numbersIn(match[0])].some((value) => number.has(value)) &&
      things(text.slice(match.index + match[0].length)).some((thing) => counted.includes(thing)),
  );
}

/** Only what the record bears out can be made wrong; a plan's weekday is nobody's claim. */
function isGrounded({ record }: Gold, { block }: GoldLine, found: string): boolean {
  const text = `${record.session}\n${record.of(block.evidence_ids)}`;
  if (holds(text, found)) return true;
  const numbers = numbersIn(text);
  const wanted = [...numbersIn(found)];
  return wanted.length > 0 && wanted.every((number) => numbers.has(number));
}

/** The confidence told under the hypothesis is the business of another rule. */
function isConfidence({ bundle }: Gold, { block }: GoldLine, at: number, found: string): boolean {
  return (
    Number(found) === bundle.active_fix?.confidence &&
    /^\s?%/.test(block.text.slice(at + found.length))
  );
}

/** Figures that are nowhere on record; of words and names: not in what the line may rest on. */
function isNowhere({ record }: Gold, { block }: GoldLine, other: string): boolean {
  if (holds(record.session, other) || holds(record.of(block.evidence_ids), other)) return false;
  const short = other.slice(0, 3);
  if (MONTHS.includes(other) || WEEKDAYS.includes(other))
    return !holds(record.all, other) && !holds(record.all, short);
  if (/^[A-Z]/.test(other) && holds(record.all, other)) return true;
  const numbers = [...numbersIn(other)];
  return holds(record.all, other)
    ? false
    : numbers.length === 0 || numbers.some((number) => !record.numbers.has(number));
}

/** The same thing with a digit mistyped or two swapped. */
function slippedDigits(found: string): string[] {
  const digits = Array.from(found.matchAll(/\d/g), ({ index }) => index);
  const swapped = digits.flatMap((at) =>
    /\d/.test(found[at + 1] ?? '') && found[at] !== found[at + 1] && found[at + 1] !== '0'
      ? [`${found.slice(0, at)}${found[at + 1]}${found[at]}${found.slice(at + 2)}`]
      : [],
  );
  const mistyped = [1, 3, 4, 7, 8].flatMap((by) =>
    digits.toReversed().map((at) => {
      const digit = (Number(found[at]) + by) % 10;
      return `${found.slice(0, at)}${digit === 0 && at === 0 ? 9 : digit}${found.slice(at + 1)}`;
    }),
  );
  return [...swapped, ...mistyped].filter((one) => !/^0\d/.test(one));
}

function shifted(list: readonly string[], found: string): string[] {
  const at = list.indexOf(found);
  return [3, 1, 5, 4, 2].map((by) => list[(at + by) % list.length] ?? found);
}
