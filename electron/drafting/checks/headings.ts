import { NOTE_HEADINGS } from '../../../shared/notes/sections.ts';
import type { NoteHeading, NoteView } from './note-view.ts';
import { type Fault, replaceWith, rule, shown } from './rule.ts';

/** S1: exactly the headings of the kind, in their order, each once, and nothing before the first. */
export const headingsRule = rule('S1', (note) => [
  ...textBefore(note),
  ...wrongHeadings(note),
  ...missingHeadings(note),
  ...wrongOrder(note),
]);

function textBefore({ lines, headings }: NoteView): Fault[] {
  const first = headings[0]?.line.number ?? Infinity;
  const stray = lines.filter(({ kind, number }) => kind !== 'blank' && number < first);
  const [from, to] = [stray[0]?.from, stray.at(-1)?.to];
  if (headings.length === 0 || from === undefined || to === undefined) return [];
  const message = 'There is text before the first heading. Move it below a heading.';
  return [{ from, to, level: 'block', message }];
}

function wrongHeadings({ headings, kind, markdown }: NoteView): Fault[] {
  const seen = new Set<string>();
  return headings.flatMap(({ line, name }): Fault[] => {
    const place = { from: line.from, to: line.to };
    if (name === null) {
      const message = `This note has no heading ${shown(line.text)}. Make it plain text.`;
      const repair = replaceWith('Make it plain text', place, line.text.replace(/\s+#+$/, ''));
      return [{ ...place, level: 'block', message, repair }];
    }
    if (seen.has(name)) {
      const to = Math.min(markdown.length, line.to + 1);
      const repair = replaceWith('Delete this heading', { from: line.from, to }, '');
      const message = `The heading “${name}” is there twice. Delete one.`;
      return [{ ...place, level: 'block', message, repair }];
    }
    seen.add(name);
    const exact = `## ${name}`;
    if (markdown.slice(place.from, place.to).trimEnd() === exact) return [];
    const repair = replaceWith('Fix the heading', place, exact);
    return [
      {
        ...place,
        level: 'block',
        message: `Write this ${kindWords[kind]} heading as “${exact}”.`,
        repair,
      },
    ];
  });
}

const kindWords = { resolve: 'note', escalate: 'package' } as const;

/** The repair adds the heading alone: what goes below it is for a person to say. */
function missingHeadings({ kind, headings, markdown }: NoteView): Fault[] {
  const expected: readonly string[] = NOTE_HEADINGS[kind];
  const present = new Map<string | null, NoteHeading>();
  for (const heading of headings)
    if (!present.has(heading.name)) present.set(heading.name, heading);
  return expected.flatMap((name, index): Fault[] => {
    if (present.has(name)) return [];
    const next = expected.slice(index + 1).find((later) => present.has(later));
    const at = present.get(next ?? null)?.line.from;
    const place = { from: at ?? markdown.length, to: at ?? markdown.length };
    const gap =
      markdown === '' || markdown.endsWith('\n\n') ? '' : markdown.endsWith('\n') ? '\n' : '\n\n';
    const text = next === undefined ? `${gap}## ${name}\n` : `## ${name}\n\n`;
    const end = { from: markdown.length, to: markdown.length };
    const where = next === undefined ? end : place;
    return [
      {
        ...where,
        level: 'block',
        message: `The heading “${name}” is missing. Add it.`,
        repair: replaceWith(`Add “${name}”`, where, text),
      },
    ];
  });
}

function wrongOrder({ kind, headings, markdown }: NoteView): Fault[] {
  const expected: readonly string[] = NOTE_HEADINGS[kind];
  const named = headings.filter(({ name }) => name !== null);
  const ranks = named.map(({ name }) => expected.indexOf(name ?? ''));
  const wrong = named.find((_, index) => (ranks[index] ?? 0) < (ranks[index - 1] ?? -1));
  if (wrong === undefined || new Set(ranks).size !== ranks.length) return [];
  const { from, to } = wrong.line;
  const message = `“${wrong.name}” is out of order. Put the sections in order.`;
  const fault: Fault = { from, to, level: 'block', message };
  if (headings.length !== named.length) return [fault];
  const starts = headings.map(({ line }) => line.from);
  const sections = headings.map(({ name }, index) => ({
    rank: expected.indexOf(name ?? ''),
    text: markdown.slice(starts[index], starts[index + 1]).trimEnd(),
  }));
  const ordered = sections.toSorted((one, other) => one.rank - other.rank).map(({ text }) => text);
  const all = { from: starts[0] ?? 0, to: markdown.length };
  return [
    {
      ...fault,
      repair: replaceWith('Put the sections in order', all, `${ordered.join('\n\n')}\n`),
    },
  ];
}
