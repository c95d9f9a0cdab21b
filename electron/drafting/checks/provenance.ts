import type { LineEvidence } from '../../../shared/domain/note.ts';
import { isFixedSentence } from '../fixed-sentences.ts';

/** The generated note that a technician started from. */
export interface NoteBase {
  readonly markdown: string;
  readonly evidence: readonly LineEvidence[];
}

/** One line of a note. Offsets are UTF-16 units; `to` is before the line feed. */
export interface NoteLine {
  /** Counts from 1. */
  readonly number: number;
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

export function splitLines(markdown: string): NoteLine[] {
  let from = 0;
  return markdown.split('\n').map((text, index) => {
    const line = { number: index + 1, from, to: from + text.length, text };
    from += text.length + 1;
    return line;
  });
}

/**
 * Where each line comes from (rule G13): one that equals a line of a base keeps its evidence,
 * one that the contract fixes is `fixed`, any other is the technician's own statement. Headings and
 * blank lines are left out.
 */
export function traceLines(lines: readonly NoteLine[], bases: readonly NoteBase[]): LineEvidence[] {
  const generated = generatedLines(bases);
  return lines.flatMap(({ number, text }): LineEvidence[] => {
    const shown = text.trimEnd();
    if (shown.trim() === '' || /^ {0,3}#{1,6}(?:[ \t]|$)/.test(shown)) return [];
    const known = generated.get(shown);
    if (known !== undefined) {
      return [{ line: number, provenance: 'generated', evidence_ids: [...known] }];
    }
    const provenance = isFixedSentence(shown.replace(/^- /, '')) ? 'fixed' : 'technician';
    return [{ line: number, provenance, evidence_ids: [] }];
  });
}

/** The text of each generated line with all that it rests on, where the same line stands twice. */
function generatedLines(bases: readonly NoteBase[]): Map<string, Set<string>> {
  const generated = new Map<string, Set<string>>();
  for (const base of bases) {
    const lines = base.markdown.split('\n');
    for (const { line, provenance, evidence_ids } of base.evidence) {
      const text = lines[line - 1]?.trimEnd();
      if (provenance !== 'generated' || text === undefined) continue;
      const ids = generated.get(text) ?? new Set();
      for (const id of evidence_ids) ids.add(id);
      generated.set(text, ids);
    }
  }
  return generated;
}
