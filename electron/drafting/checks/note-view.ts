import type { LineEvidence, NoteKind } from '../../../shared/domain/note.ts';
import { NOTE_HEADINGS } from '../../../shared/notes/sections.ts';
import type { FoundSecret } from '../../secrets/index.ts';
import type { InputBundle } from '../bundle.ts';
import { type Block, offsetInNote, parseNote } from '../markdown/blocks.ts';
import { type NoteBase, type NoteLine, splitLines, traceLines } from './provenance.ts';
import { type Sources, sourcesOf } from './sources.ts';

/** A block below a heading, with where it comes from. */
export interface NoteItem {
  readonly block: Block;
  /** Heading of the contract that it stands under; null before the first one and under any other. */
  readonly section: string | null;
  /** Index of the heading above it; -1 before the first one. */
  readonly heading: number;
  readonly line: number;
  /** `generated` only where every line of the block is. */
  readonly provenance: LineEvidence['provenance'];
  readonly evidence_ids: readonly string[];
}

export interface NoteHeading {
  readonly block: Block;
  /** The heading of the contract that it is, spelling aside; null for any other. */
  readonly name: string | null;
  /** Whether it stands exactly as the contract has it: `## Name`. */
  readonly exact: boolean;
}

/** A note as the rules read it: made once for a check, shared by all rules. */
export interface NoteView {
  readonly kind: NoteKind;
  readonly markdown: string;
  readonly bundle: InputBundle;
  readonly sources: Sources;
  readonly lines: readonly NoteLine[];
  readonly evidence: readonly LineEvidence[];
  readonly headings: readonly NoteHeading[];
  readonly items: readonly NoteItem[];
  readonly tangled: { readonly from: number; readonly to: number } | null;
  /** What is or looks like a secret, as offsets into the markdown. */
  readonly secrets: readonly FoundSecret[];
}

export interface NoteInput {
  readonly kind: NoteKind;
  readonly markdown: string;
  readonly bundle: InputBundle;
  /** The generated notes that the technician started from, newest first; none for a text of unknown origin. */
  readonly bases: readonly NoteBase[];
  /** What a search of the markdown found; it takes longer than a rule may, so it runs beforehand. */
  readonly secrets?: readonly FoundSecret[];
}

export function viewNote({ kind, markdown, bundle, bases, secrets = [] }: NoteInput): NoteView {
  const lines = splitLines(markdown);
  const evidence = traceLines(lines, bases);
  const byLine = new Map(evidence.map((entry) => [entry.line, entry]));
  const { blocks, tangled } = parseNote(markdown);
  const headings: NoteHeading[] = [];
  const items: NoteItem[] = [];
  let section: string | null = null;
  for (const block of blocks) {
    const line = lineAt(lines, block.from);
    if (block.kind === 'heading') {
      const heading = readHeading(block, kind, lines[line - 1]?.text ?? '');
      headings.push(heading);
      section = heading.name;
      continue;
    }
    items.push({
      block,
      section,
      heading: headings.length - 1,
      line,
      ...origin(byLine, line, lineAt(lines, block.to)),
    });
  }
  return {
    kind,
    markdown,
    bundle,
    sources: sourcesOf(bundle),
    lines,
    evidence,
    headings,
    items,
    tangled,
    secrets,
  };
}

/** Number of the line that holds an offset, from 1. */
export function lineAt(lines: readonly NoteLine[], offset: number): number {
  let low = 0;
  let high = lines.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((lines[middle]?.from ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low + 1;
}

/** A part of an item's visible text as offsets into the note, never empty. */
export function placeOf(item: NoteItem, from: number, to: number): { from: number; to: number } {
  const start = offsetInNote(item.block, from);
  const last = offsetInNote(item.block, Math.max(from, to - 1));
  return { from: start, to: Math.max(start, last) + 1 };
}

export function itemsIn(note: NoteView, section: string): NoteItem[] {
  return note.items.filter((item) => item.section === section);
}

/** Whether a phrase stands in one of the rows that an item cites: then it is no word of the note's own. */
export function isCited(note: NoteView, item: NoteItem, phrase: string): boolean {
  const folded = phrase.toLowerCase();
  return note.sources.texts(item.evidence_ids).some((text) => text.includes(folded));
}

function readHeading(block: Block, kind: NoteKind, line: string): NoteHeading {
  const said = plainName(block.text);
  const name = NOTE_HEADINGS[kind].find((one) => plainName(one) === said) ?? null;
  return { block, name, exact: name !== null && line.trimEnd() === `## ${name}` };
}

function plainName(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[’`´]/g, "'")
    .replace(/[^a-z']+/g, ' ')
    .trim();
}

function origin(
  byLine: ReadonlyMap<number, LineEvidence>,
  first: number,
  last: number,
): Pick<NoteItem, 'provenance' | 'evidence_ids'> {
  const entry = byLine.get(first);
  let provenance = entry?.provenance ?? 'technician';
  for (let line = first + 1; line <= last; line += 1) {
    if (byLine.get(line)?.provenance !== provenance) provenance = 'technician';
  }
  return {
    provenance,
    evidence_ids: provenance === 'technician' ? [] : (entry?.evidence_ids ?? []),
  };
}

const verbatim = new WeakMap<NoteItem, boolean>();

/** Whether an item's text stands word for word in a row that it cites; who reported it may stand before it. */
export function isVerbatim(note: NoteView, item: NoteItem): boolean {
  const known = verbatim.get(item);
  if (known !== undefined) return known;
  const text = item.block.text
    .trim()
    .replace(/^The user report(?:s|ed): /, '')
    .replace(/(?: \(ticket\))?[.!]?$/, '');
  const answer = text !== '' && isCited(note, item, text);
  verbatim.set(item, answer);
  return answer;
}
