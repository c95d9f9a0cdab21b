import { escapeText } from '../../markdown/escape.ts';
import { itemsIn, type NoteHeading, type NoteItem, type NoteView } from '../note-view.ts';
import type { Fault } from '../rule.ts';

/** A section that has something in it, with the place where more can be added. */
export interface FilledSection {
  readonly name: string;
  readonly heading: NoteHeading;
  readonly items: readonly NoteItem[];
  readonly text: string;
}

/** The section of this name; undefined where it is missing, stands twice or is empty, which other rules say. */
export function filledSection(note: NoteView, name: string): FilledSection | undefined {
  const headings = note.headings.filter((one) => one.name === name);
  const [heading] = headings;
  const items = itemsIn(note, name).filter((item) => /\S/.test(item.block.text));
  if (heading === undefined || headings.length > 1 || items.length === 0) return undefined;
  return { name, heading, items, text: items.map((item) => item.block.text).join('\n') };
}

/** Where a finding about a whole section points: its heading. */
export function placeOfSection({ heading: { block } }: FilledSection): {
  from: number;
  to: number;
} {
  return { from: block.from, to: block.to };
}

/**
 * Repair that adds a line at the end of a section: a bullet, or a paragraph of its own, so that the
 * lines that are there keep their evidence. None where the section ends in something else than text,
 * behind which the line could be read as a part of it.
 */
export function addLine(
  note: NoteView,
  section: FilledSection,
  kind: 'bullet' | 'paragraph',
  text: string,
): Pick<Fault, 'repair'> {
  const last = section.items.at(-1);
  if (last === undefined || !isPlain(note, last)) return {};
  const line = note.lines[last.line - 1];
  if (line === undefined || line.to < last.block.to) return {};
  const gap = kind === 'bullet' && last.block.kind === 'bullet' ? '\n' : '\n\n';
  const mark = kind === 'bullet' ? '- ' : '';
  return {
    repair: {
      label: `Insert “${text}”`,
      from: line.to,
      to: line.to,
      replacement: `${gap}${mark}${escapeText(text)}`,
    },
  };
}

/** Repair that adds words at the end of a line. */
export function addToLine(note: NoteView, item: NoteItem, words: string): Pick<Fault, 'repair'> {
  if (!isPlain(note, item)) return {};
  const end = item.block.to;
  const stop = note.markdown[end - 1] === '.' ? end - 1 : end;
  return {
    repair: {
      label: `Add “${words.trim()}”`,
      from: stop,
      to: end,
      replacement: `${escapeText(`x${words}`).slice(1)}.`,
    },
  };
}

/** One line of text or one bullet, with nothing in it that markdown reads. */
function isPlain(note: NoteView, { block, line }: NoteItem): boolean {
  if (block.kind !== 'bullet' && block.kind !== 'paragraph') return false;
  const source = note.lines[line - 1]?.text ?? '';
  return (
    block.pieces.length === 1 &&
    block.marks.length === 0 &&
    !block.text.includes('\n') &&
    /^(?:- )?\S/.test(source)
  );
}

/** A package that is read has fewer lines; bounds the work on one of thousands. */
const MOST_LINES = 150;

/** Whether any line of the note says something. */
export function isTold(note: NoteView, pattern: RegExp): boolean {
  return note.items.slice(0, MOST_LINES).some(({ block }) => pattern.test(block.text));
}
