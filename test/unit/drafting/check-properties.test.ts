import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildBundle, type InputBundle } from '../../../electron/drafting/bundle.ts';
import { checkNote } from '../../../electron/drafting/checks/check-note.ts';
import { NAME_WORDINGS, recordOf } from '../../../electron/drafting/checks/record.ts';
import {
  bullet,
  type NoteBlock,
  renderNote,
  sentence,
} from '../../../electron/drafting/note-document.ts';
import { NOTE_KINDS, noteCheckSchema } from '../../../shared/domain/note.ts';
import { NOTE_HEADINGS } from '../../../shared/notes/sections.ts';
import { cleanText, singleLine } from '../../../shared/text.ts';
import { runs } from '../../exploring/runs.ts';
import { cpuMilliseconds } from '../../fixtures/cpu-time.ts';
import { anySession, hostileText, TROUBLE } from '../../fixtures/drafting/arbitrary-session.ts';
import { repaired } from '../../fixtures/drafting/notes.ts';
import { session } from '../../fixtures/drafting/session-builder.ts';

const kind = fc.constantFrom(...NOTE_KINDS);
const line = fc.oneof(
  fc.constantFrom(
    ...TROUBLE,
    '',
    '- ',
    ...NOTE_HEADINGS.resolve.map((heading) => `## ${heading}`),
    ...NOTE_HEADINGS.escalate.map((heading) => `## ${heading}`),
  ),
  hostileText(5),
  hostileText(5).map((text) => `- ${text}`),
);
const anyNote = fc.oneof(
  fc.array(line, { maxLength: 20 }).map((lines) => lines.join('\n')),
  fc.string({ unit: 'binary', maxLength: 80 }),
);

/** A bullet of each row's texts, each resting on its row. */
function wordForWord(bundle: InputBundle): NoteBlock[] {
  return [...recordOf(bundle)]
    .filter(([id]) => id !== NAME_WORDINGS)
    .map(([id, { texts }]) => bullet(...texts.map((text) => sentence(text, id))));
}

/** The voice of the app: short sentences, no rule ids, none of the banned words. */
function expectPlainWords(message: string): void {
  const words = message.replace(/“[^”]*”/g, 'X');
  for (const part of words.split(/(?<=[.?]) /)) {
    expect(part.split(' ').length).toBeLessThanOrEqual(14);
  }
  expect(words).not.toMatch(
    /\b(?:[A-Z]\d+|stands?|holds?|anew|mend|tells?|told|meanwhile|user_report)\b|;/,
  );
}

describe('the checks, whatever a technician types', () => {
  it('answer findings that fit the note and the contract', () => {
    fc.assert(
      fc.property(kind, anyNote, anySession, (noteKind, markdown, snapshot) => {
        const bundle = buildBundle(snapshot);
        const base = renderNote({ kind: noteKind, sections: [wordForWord(bundle)] });
        for (const text of [markdown, `${base.markdown}${markdown}`]) {
          const check = checkNote({
            kind: noteKind,
            markdown: text,
            bundle,
            bases: [base],
            secrets: [],
          });
          expect(noteCheckSchema.safeParse(check).error).toBeUndefined();
          for (const { from, to, line: number, message, repair } of check.findings) {
            expectPlainWords(message);
            expect(from).toBeLessThanOrEqual(to);
            expect(to).toBeLessThanOrEqual(text.length);
            expect(number).toBe(text.slice(0, from).split('\n').length);
            if (repair === null) continue;
            expect(repair.from).toBeLessThanOrEqual(repair.to);
            expect(repair.to).toBeLessThanOrEqual(text.length);
          }
          let end = 0;
          for (const { from, to } of check.evidence) {
            expect(from).toBeGreaterThanOrEqual(end);
            expect(to).toBeGreaterThan(from);
            end = to;
          }
        }
      }),
      { numRuns: runs(200) },
    );
  });

  it('offer repairs that take their finding away', () => {
    fc.assert(
      fc.property(kind, anyNote, anySession, (noteKind, markdown, snapshot) => {
        const bundle = buildBundle(snapshot);
        const find = (text: string) =>
          checkNote({ kind: noteKind, markdown: text, bundle, bases: [], secrets: [] }).findings;
        for (const finding of find(markdown)) {
          if (finding.repair === null) continue;
          const after = repaired(markdown, finding);
          expect(after).not.toBe(markdown);
          const same = (text: string) =>
            find(text).filter(
              (one) => one.rule_id === finding.rule_id && one.message === finding.message,
            ).length;
          expect(same(after)).toBeLessThan(same(markdown));
        }
      }),
      { numRuns: runs(200) },
    );
  });
});

describe('a note whose sentences are texts of their own rows', () => {
  it('has no sentence, value or quotation that is blocked', () => {
    fc.assert(
      fc.property(kind, anySession, (noteKind, snapshot) => {
        const bundle = buildBundle(snapshot);
        const note = renderNote({ kind: noteKind, sections: [wordForWord(bundle)] });
        const { findings } = checkNote({
          kind: noteKind,
          markdown: note.markdown,
          bundle,
          bases: [note],
          secrets: [],
        });
        const blocks = findings.filter(
          ({ rule_id, level }) => level === 'block' && /^(?:G|S3|S4)/.test(rule_id),
        );
        expect(blocks).toEqual([]);
      }),
      { numRuns: runs(300) },
    );
  });
});

const DAYS = ['Monday', 'Tuesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const MONTHS = ['January', 'February', 'April', 'June', 'July', 'October'];
const UNITS = ['GB', 'minutes', '%', 'km', 'GHz'];
const number = (min: number, max: number) => fc.integer({ min, max });
/** A value, and another one of its kind. */
const twoValues = fc.oneof(
  fc
    .tuple(number(20, 99_999), number(20, 99_999), fc.constantFrom(...UNITS))
    .map(([one, two, unit]) => [`${one} ${unit}`, `${two} ${unit}`]),
  fc
    .tuple(number(20, 999), fc.shuffledSubarray(UNITS, { minLength: 2 }))
    .map(([amount, [one, two]]) => [`${amount} ${one}`, `${amount} ${two}`]),
  fc.shuffledSubarray(DAYS, { minLength: 2 }),
  fc
    .tuple(number(1, 28), fc.shuffledSubarray(MONTHS, { minLength: 2 }))
    .map(([day, [one, two]]) => [`${day} ${one}`, `${day} ${two}`]),
  fc
    .tuple(number(1, 28), number(1, 28))
    .map(([one, two]) => [`${one} June 2024`, `${two} June 2024`]),
  fc
    .tuple(number(13, 23), number(10, 59), number(10, 59))
    .map(([hour, one, two]) => [`${hour}:${one}`, `${hour}:${two}`]),
  fc.tuple(number(0, 99), number(0, 99)).map(([one, two]) => [`7.4.${one}`, `7.4.${two}`]),
  fc.tuple(number(1, 254), number(1, 254)).map(([one, two]) => [`10.0.4.${one}`, `10.0.4.${two}`]),
  fc
    .tuple(number(1_000, 9_999), number(1_000, 9_999))
    .map(([one, two]) => [`0x8007${one}`, `0x8007${two}`]),
  fc.tuple(number(100, 999), number(100, 999)).map(([one, two]) => [`LT-${one}`, `LT-${two}`]),
  fc
    .tuple(number(10, 99), number(10, 99))
    .map(([one, two]) => [`\\\\fs01\\scan${one}`, `\\\\fs01\\scan${two}`]),
  fc
    .tuple(number(10, 99), number(10, 99))
    .map(([one, two]) => [`fs${one}.example.local`, `fs${two}.example.local`]),
);

describe('a typed value that was changed in a generated sentence', () => {
  it('is always blocked', () => {
    const around = fc.constantFrom(
      ['It shows ', ' today.'],
      ['After ', ' the user called.'],
      ['', ' was found.'],
    );
    fc.assert(
      fc.property(twoValues, around, kind, ([one = '', two = ''], [before, after], noteKind) => {
        fc.pre(one !== two);
        const bundle = buildBundle(session().fact('technician', `${before}${one}${after}`).build());
        const levels = (text: string) => {
          const note = renderNote({
            kind: noteKind,
            sections: [[], [bullet(sentence(text, 'fact:1'))]],
          });
          return checkNote({
            kind: noteKind,
            markdown: note.markdown,
            bundle,
            bases: [note],
            secrets: [],
          })
            .findings.filter(({ rule_id }) => rule_id === 'G2')
            .map(({ level }) => level);
        };
        expect(levels(`${before}${two}${after}`)).toEqual(['block']);
        expect(levels(`We saw: ${before}${one}${after}`)).toEqual([]);
      }),
      { numRuns: runs(500) },
    );
  });
});

describe('texts that cost too much', () => {
  const bodies: Record<string, (length: number) => string> = {
    'nested bullets': (length) => `${'- '.repeat(length / 2)}x`,
    brackets: (length) => '['.repeat(length),
    stars: (length) => '*'.repeat(length),
    'one word': (length) => 'a'.repeat(length),
    digits: (length) => '1'.repeat(length),
    quotes: (length) => '"'.repeat(length),
    'opening quotes': (length) => '“a '.repeat(length / 3),
    backslashes: (length) => '\\'.repeat(length),
    lines: (length) => 'x\n'.repeat(length / 2),
    dots: (length) => '. '.repeat(length / 2),
    links: (length) => '[a]('.repeat(length / 4),
    tags: (length) => '<a '.repeat(length / 3),
    numbers: (length) => '12 '.repeat(length / 3),
    addresses: (length) => 'a.b@c.'.repeat(length / 6),
    paths: (length) => 'C:\\a b '.repeat(length / 7),
    months: (length) => '1 May '.repeat(length / 6),
    headings: (length) => '## Problem\n- a\n'.repeat(length / 15),
    'empty bullets': (length) => '- None.\n'.repeat(length / 8),
  };

  it.each(Object.keys(bodies))('take time in proportion to their length: %s', async (name) => {
    const bundle = buildBundle(session().fact('technician', '12 of 15 GB.').build());
    const cost = async (length: number) => {
      const times: number[] = [];
      for (let run = 0; run < 3; run += 1) {
        const text = cleanText(`${bodies[name]?.(length)} ${run}`).text;
        const note = renderNote({
          kind: 'resolve',
          sections: [[bullet(sentence(singleLine(text), 'fact:1'))]],
        });
        const markdown = `${note.markdown}${text}`;
        times.push(
          await cpuMilliseconds(() =>
            checkNote({ kind: 'resolve', markdown, bundle, bases: [note], secrets: [] }),
          ),
        );
      }
      return Math.min(...times);
    };
    await cost(5_000);
    const [short, long] = [await cost(10_000), await cost(80_000)];
    // Eight times the length; 64 times the cost would be quadratic.
    expect(long).toBeLessThan(Math.max(short, 2) * 32);
  });
});
