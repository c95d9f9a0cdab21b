import type { LeftOut, NoteKind, SentenceEvidence } from '../../shared/domain/note.ts';
import { internalValues } from '../../shared/notes/internal-values.ts';
import { NOTE_HEADINGS } from '../../shared/notes/sections.ts';
import { cleanLine } from '../../shared/text.ts';
import type { InputBundle } from './bundle.ts';

/** One sentence and the rows it rests on. Several of them make a line. */
export interface NoteSentence {
  /** Plain text on one line. A note knows headings, bullets and paragraphs; nothing in a sentence is markup. */
  readonly text: string;
  readonly evidence_ids: readonly string[];
  /** Standard text, which needs no evidence. */
  readonly fixed: boolean;
}

/** One line of a note. */
export interface NoteBlock {
  readonly kind: 'bullet' | 'paragraph';
  readonly sentences: readonly NoteSentence[];
}

/** A note before it is text: for each heading of its kind, in their order, the blocks below it. */
export interface NoteDocument {
  readonly kind: NoteKind;
  readonly sections: readonly (readonly NoteBlock[])[];
}

export interface RenderedNote {
  readonly markdown: string;
  readonly evidence: SentenceEvidence[];
}

/** A generated sentence with the rows it rests on. */
export function sentence(text: string, ...evidenceIds: readonly string[]): NoteSentence {
  return { text, evidence_ids: evidenceIds, fixed: false };
}

/** A sentence of standard text. */
export function fixedSentence(text: string): NoteSentence {
  return { text, evidence_ids: [], fixed: true };
}

export function bullet(...sentences: readonly NoteSentence[]): NoteBlock {
  return { kind: 'bullet', sentences };
}

export function paragraph(...sentences: readonly NoteSentence[]): NoteBlock {
  return { kind: 'paragraph', sentences };
}

/**
 * Renders a note: headings in the order of the contract, each block one line, its sentences joined by
 * a space. A block that says the same as an earlier one of its section is merged into it, with the
 * evidence of both. Nothing is escaped: the PSA shows the text as it is. Line feeds only; ends with one.
 */
export function renderNote(note: NoteDocument): RenderedNote {
  let markdown = '';
  let line = 0;
  const evidence: SentenceEvidence[] = [];
  const write = (text: string) => {
    markdown += `${text}\n`;
    line += 1;
  };
  NOTE_HEADINGS[note.kind].forEach((heading, index) => {
    if (index > 0) write('');
    write(`## ${heading}`);
    let previous: NoteBlock | undefined;
    for (const block of mergeSame(note.sections[index] ?? [])) {
      if (previous !== undefined && !(previous.kind === 'bullet' && block.kind === 'bullet')) {
        write('');
      }
      let text = block.kind === 'bullet' ? '- ' : '';
      block.sentences.forEach((one, place) => {
        if (place > 0) text += ' ';
        const from = markdown.length + text.length;
        text += one.text;
        evidence.push({
          line: line + 1,
          from,
          to: markdown.length + text.length,
          provenance: one.fixed ? 'fixed' : 'generated',
          evidence_ids: [...new Set(one.evidence_ids)],
        });
      });
      write(text);
      previous = block;
    }
  });
  return { markdown, evidence };
}

/** Blocks with clean one-line sentences, empty ones dropped, repeated ones merged. */
function mergeSame(blocks: readonly NoteBlock[]): NoteBlock[] {
  const merged = new Map<string, NoteBlock>();
  for (const block of blocks) {
    const sentences = block.sentences
      .map((one) => ({ ...one, text: cleanLine(one.text) }))
      .filter(({ text }) => text !== '');
    if (sentences.length === 0) continue;
    const key = `${block.kind} ${sentences.map(({ text }) => text).join(' ')}`;
    const same = merged.get(key);
    merged.set(key, {
      kind: block.kind,
      sentences: sentences.map((one, index) => ({
        ...one,
        evidence_ids: [...(same?.sentences[index]?.evidence_ids ?? []), ...one.evidence_ids],
      })),
    });
  }
  return [...merged.values()];
}

/** The confirmed facts that no sentence rests on, and why. */
export function leftOut(
  kind: NoteKind,
  { facts, names }: InputBundle,
  evidence: readonly SentenceEvidence[],
): LeftOut[] {
  const cited = new Set(evidence.flatMap(({ evidence_ids }) => evidence_ids));
  return facts
    .filter(({ evidence_id }) => !cited.has(evidence_id))
    .map(({ evidence_id, audience, customer_wording }): LeftOut => {
      if (kind === 'escalate') return { evidence_id, reason: 'not_used' };
      const holdsInternalValue =
        audience.because === 'internal_value' ||
        internalValues(customer_wording ?? '', names).length > 0;
      if (holdsInternalValue) return { evidence_id, reason: 'internal_value' };
      return { evidence_id, reason: audience.audience === 'internal' ? 'internal' : 'not_used' };
    });
}
