import { NOTE_HEADINGS } from '../../../shared/notes/sections.ts';
import { parseNote } from '../markdown/blocks.ts';
import { emptySentence } from './empty-sections.ts';
import type { NoteHeading, NoteView } from './note-view.ts';
import { type Fault, rule } from './rule.ts';

/** S1: exactly the headings of the kind, in their order, each once, and nothing before the first. */
export const headingsRule = rule('S1', (note) => [
  ...textBefore(note),
  ...wrongHeadings(note),
  ...missingHeadings(note),
  ...wrongOrder(note),
]);

function textBefore(note: NoteView): Fault[] {
  const first = note.headings[0]?.block.from;
  const stray = note.items.filter((item) => first !== undefined && item.block.from < first);
  const [from, to] = [stray[0]?.block.from, stray.at(-1)?.block.to];
  if (from === undefined || to === undefined) return [];
  return [
    {
      from: startOfLine(note, from),
      to,
      message: 'Text stands before the first heading. Move it below a heading or delete it.',
    },
  ];
}

function wrongHeadings(note: NoteView): Fault[] {
  const seen = new Set<string>();
  return note.headings.flatMap((heading): Fault[] => {
    const { name, exact, block } = heading;
    const place = { from: startOfLine(note, block.from), to: block.to };
    if (name === null) {
      return [
        {
          ...place,
          message: `“${shorten(block.text)}” is not a heading of this note. Its headings are: ${NOTE_HEADINGS[note.kind].join(', ')}.`,
          repair: {
            label: 'Make it plain text',
            ...place,
            replacement: asPlainLine(note, heading) + gapBeforeRule(note, place.to),
          },
        },
      ];
    }
    if (seen.has(name)) {
      const repair = {
        label: 'Delete this heading',
        from: place.from,
        to: afterLine(note, place.to),
        replacement: '',
      };
      return [{ ...place, message: `The heading “${name}” stands here a second time.`, repair }];
    }
    seen.add(name);
    if (exact) return [];
    const repair = { label: 'Mend the heading', ...place, replacement: `## ${name}` };
    return [{ ...place, message: `Write this heading as “## ${name}”.`, repair }];
  });
}

function missingHeadings(note: NoteView): Fault[] {
  const expected: readonly string[] = NOTE_HEADINGS[note.kind];
  const present = new Map<string, number>();
  for (const { name, block } of note.headings) {
    if (name !== null && !present.has(name)) present.set(name, block.from);
  }
  return expected.flatMap((name, index): Fault[] => {
    if (present.has(name)) return [];
    const next = expected.slice(index + 1).find((later) => present.has(later));
    const following = next === undefined ? undefined : present.get(next);
    const body = `## ${name}\n${emptySentence(note, name) ?? ''}`.trimEnd();
    const at = following === undefined ? note.markdown.length : startOfLine(note, following);
    const replacement =
      following === undefined ? `${gapAtEnd(note.markdown)}${body}\n` : `${body}\n\n`;
    const repair = { label: `Insert “${name}”`, from: at, to: at, replacement };
    return [
      {
        from: at,
        to: at,
        message: `The heading “${name}” is missing.`,
        ...(following === undefined && endsInCode(note) ? {} : { repair }),
      },
    ];
  });
}

/** A line of dashes below plain text would make it a heading once more. */
function gapBeforeRule({ markdown }: NoteView, at: number): string {
  return /^\n {0,3}(?:-+|=+)[ \t]*(?:\n|$)/.test(markdown.slice(at, at + 200)) ? '\n' : '';
}

/** What parts a new section from the text before it. */
function gapAtEnd(markdown: string): string {
  if (markdown === '' || markdown.endsWith('\n\n')) return '';
  return markdown.endsWith('\n') ? '\n' : '\n\n';
}

/** Whether a fence of code is still open at the end, where a heading would be code. */
function endsInCode({ items, markdown }: NoteView): boolean {
  if (items.at(-1)?.block.kind !== 'code') return false;
  return parseNote(`${markdown}\n\n## End`).blocks.at(-1)?.kind !== 'heading';
}

function wrongOrder(note: NoteView): Fault[] {
  const expected: readonly string[] = NOTE_HEADINGS[note.kind];
  const named = note.headings.filter(({ name }) => name !== null);
  const ranks = named.map(({ name }) => expected.indexOf(name ?? ''));
  const wrong = named.find((_, index) => (ranks[index] ?? 0) < (ranks[index - 1] ?? -1));
  if (wrong === undefined || new Set(ranks).size !== ranks.length) return [];
  const from = startOfLine(note, wrong.block.from);
  const reordered = note.headings.length === named.length ? inOrder(note, expected) : null;
  return [
    {
      from,
      to: wrong.block.to,
      message: `“${wrong.name}” stands in the wrong place. The order is: ${expected.join(', ')}.`,
      ...(reordered === null
        ? {}
        : {
            repair: {
              label: 'Put the sections in order',
              from: 0,
              to: note.markdown.length,
              replacement: reordered,
            },
          }),
    },
  ];
}

/** The sections put in order, what stands before the first heading left where it is. */
function inOrder(note: NoteView, expected: readonly string[]): string {
  const starts = note.headings.map(({ block }) => startOfLine(note, block.from));
  const sections = note.headings.map(({ name }, index) => ({
    rank: expected.indexOf(name ?? ''),
    text: note.markdown.slice(starts[index], starts[index + 1]).trimEnd(),
  }));
  const ordered = sections.toSorted((one, other) => one.rank - other.rank).map(({ text }) => text);
  return `${note.markdown.slice(0, starts[0])}${ordered.join('\n\n')}\n`;
}

function asPlainLine(note: NoteView, { block }: NoteHeading): string {
  const source = note.markdown.slice(block.from, block.to);
  const [first = ''] = source.split('\n');
  return first
    .replace(/^\s*#{1,6}\s*/, '')
    .replace(/\s+#+\s*$/, '')
    .trim();
}

function startOfLine(note: NoteView, offset: number): number {
  return note.markdown.lastIndexOf('\n', offset - 1) + 1;
}

function afterLine(note: NoteView, offset: number): number {
  const feed = note.markdown.indexOf('\n', offset);
  return feed < 0 ? note.markdown.length : feed + 1;
}

function shorten(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
