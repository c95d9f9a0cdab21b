import type { Finding, NoteKind, SentenceEvidence } from '../../../shared/domain/note.ts';
import { type NoteLine, parseNote } from '../../../shared/notes/note-text.ts';
import { NOTE_HEADINGS } from '../../../shared/notes/sections.ts';
import type { TextSpan } from '../../../shared/text.ts';
import type { FoundSecret } from '../../secrets/index.ts';
import type { InputBundle } from '../bundle.ts';
import { type NoteBase, traceSentences } from './provenance.ts';
import { recordOf, type SessionRecord } from './record.ts';

export interface NoteInput {
  readonly kind: NoteKind;
  readonly markdown: string;
  readonly bundle: InputBundle;
  /** The generated notes that the technician started from, newest first; none for a text of unknown origin. */
  readonly bases: readonly NoteBase[];
  /** What a search of the markdown found; it takes longer than a rule may, so it runs beforehand. */
  readonly secrets: readonly FoundSecret[];
}

/** A sentence with the heading that it is under. */
export interface PlacedSentence extends SentenceEvidence {
  readonly text: string;
  /** Heading of the contract; null before the first one and under any other. */
  readonly section: string | null;
}

interface NoteHeading {
  readonly line: NoteLine;
  /** The heading of the contract that it is, spelling aside; null for any other. */
  readonly name: string | null;
}

/** A note as the rules read it: made once for a check, shared by all rules. */
export interface NoteView extends NoteInput {
  readonly record: SessionRecord;
  readonly lines: readonly NoteLine[];
  readonly headings: readonly NoteHeading[];
  readonly sentences: readonly PlacedSentence[];
}

/** What a rule found, before the rule's id is added. */
export interface Fault extends TextSpan {
  readonly level: Finding['level'];
  readonly message: string;
  readonly repair?: Finding['repair'];
}

/** One check of a note. */
export type Rule = (note: NoteView) => readonly Fault[];

export function viewNote(input: NoteInput): NoteView {
  const { kind, markdown, bundle, bases } = input;
  const lines = parseNote(markdown);
  const headings = lines
    .filter((line) => line.kind === 'heading')
    .map((line) => {
      const said = plainName(line.text);
      return { line, name: NOTE_HEADINGS[kind].find((one) => plainName(one) === said) ?? null };
    });
  let next = 0;
  let section: string | null = null;
  const sentences = traceSentences(lines, bases, bundle.language).map((one): PlacedSentence => {
    for (; (headings[next]?.line.from ?? Infinity) < one.from; next += 1) {
      section = headings[next]?.name ?? null;
    }
    return { ...one, text: markdown.slice(one.from, one.to), section };
  });
  return { ...input, record: recordOf(bundle), lines, headings, sentences };
}

function plainName(heading: string): string {
  const words = heading.toLowerCase().replace(/[’`´]/g, "'");
  return words.replace(/[^a-z']+/g, ' ').trim();
}

/** A repair that replaces what a finding points at. */
export function replaceWith(label: string, { from, to }: TextSpan, replacement: string) {
  return { label, from, to, replacement };
}

/** A piece of a note in a message, cut where it is long. */
export function shown(text: string): string {
  return text.length > 60 ? `“${text.slice(0, 58).trimEnd()}…”` : `“${text}”`;
}
