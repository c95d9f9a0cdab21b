import type { LineEvidence, NoteKind } from '../../shared/domain/note.ts';
import { NOTE_HEADINGS } from '../../shared/notes/sections.ts';
import { escapeText } from './markdown/escape.ts';

/** One line of a note and what it rests on. `text` is plain text; the renderer escapes it. */
export interface NoteBlock {
  readonly kind: 'bullet' | 'paragraph';
  readonly text: string;
  readonly evidence_ids: readonly string[];
  /** A sentence that is fixed word by word and needs no evidence. */
  readonly fixed?: boolean;
}

/** A note before it is markdown: for each heading of its kind, in their order, the blocks below it. */
export interface NoteDocument {
  readonly kind: NoteKind;
  readonly sections: readonly (readonly NoteBlock[])[];
}

export interface RenderedNote {
  readonly markdown: string;
  readonly evidence: LineEvidence[];
}

export function bullet(text: string, ...evidenceIds: readonly string[]): NoteBlock {
  return { kind: 'bullet', text, evidence_ids: evidenceIds };
}

export function paragraph(text: string, ...evidenceIds: readonly string[]): NoteBlock {
  return { kind: 'paragraph', text, evidence_ids: evidenceIds };
}

export function fixedSentence(text: string): NoteBlock {
  return { kind: 'paragraph', text, evidence_ids: [], fixed: true };
}

/**
 * Renders a note: headings in the order of the contract, each block one line, so that every line
 * knows its evidence; what says the same in a section is one line with the evidence of both. Line
 * feeds only; ends with one.
 */
export function renderNote(note: NoteDocument): RenderedNote {
  const lines: string[] = [];
  const evidence: LineEvidence[] = [];
  NOTE_HEADINGS[note.kind].forEach((heading, index) => {
    if (index > 0) lines.push('');
    lines.push(`## ${heading}`);
    let previous: NoteBlock | undefined;
    for (const block of mergeSame(note.sections[index] ?? [])) {
      if (previous !== undefined && !(previous.kind === 'bullet' && block.kind === 'bullet')) {
        lines.push('');
      }
      lines.push(`${block.kind === 'bullet' ? '- ' : ''}${escapeText(block.text)}`);
      evidence.push({
        line: lines.length,
        provenance: block.fixed === true ? 'fixed' : 'generated',
        evidence_ids: [...new Set(block.evidence_ids)],
      });
      previous = block;
    }
  });
  return { markdown: `${lines.join('\n')}\n`, evidence };
}

function mergeSame(blocks: readonly NoteBlock[]): NoteBlock[] {
  const merged = new Map<string, NoteBlock>();
  for (const block of blocks) {
    const key = `${block.kind} ${block.text}`;
    const same = merged.get(key);
    const ids = [...(same?.evidence_ids ?? []), ...block.evidence_ids];
    merged.set(key, { ...(same ?? block), evidence_ids: ids });
  }
  return [...merged.values()];
}

/** Evidence ids that no line rests on, of those asked for. */
export function uncited(ids: readonly string[], evidence: readonly LineEvidence[]): string[] {
  const cited = new Set(evidence.flatMap((line) => line.evidence_ids));
  return ids.filter((id) => !cited.has(id));
}
