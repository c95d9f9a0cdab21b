import { LRUCache } from 'lru-cache';
import type { NoteKind } from '../../shared/domain/note.ts';
import type { NoteBase } from './checks/provenance.ts';

/** A line as a generator wrote it, and what it rests on. */
export interface GeneratedLine {
  readonly text: string;
  readonly evidence_ids: readonly string[];
}

/** Where generated lines are kept as long as their session is active. */
export interface LineStore {
  keepLines(sessionId: number, kind: NoteKind, lines: readonly GeneratedLine[]): void;
  lines(sessionId: number, kind: NoteKind): readonly GeneratedLine[];
}

export interface LineLedger {
  /** Writes down what was shown; only lines that are new cost anything. */
  add(sessionId: number, kind: NoteKind, note: NoteBase): void;
  /** All lines ever generated for this note, in the form in which a text is traced to one. */
  base(sessionId: number, kind: NoteKind): NoteBase;
}

/** Notes whose lines are held in memory. */
const HELD = 64;

/**
 * Every line that a generator ever wrote for a note. A text that still holds one of them is judged as
 * generated, however many newer notes were shown since: only what nobody generated is a person's own.
 */
export function createLineLedger(
  store: LineStore,
  onFailure: (error: unknown) => void,
): LineLedger {
  const held = new LRUCache<string, Map<string, readonly string[]>>({ max: HELD });

  function linesOf(sessionId: number, kind: NoteKind): Map<string, readonly string[]> {
    const key = `${sessionId}:${kind}`;
    const known = held.get(key);
    if (known !== undefined) return known;
    const kept = store.lines(sessionId, kind);
    const lines = new Map(kept.map(({ text, evidence_ids }) => [text, evidence_ids]));
    held.set(key, lines);
    return lines;
  }

  return {
    add(sessionId, kind, note) {
      const lines = linesOf(sessionId, kind);
      const news = generatedLines(note).filter(
        ({ text, evidence_ids }) => lines.get(text)?.join() !== evidence_ids.join(),
      );
      if (news.length === 0) return;
      for (const { text, evidence_ids } of news) lines.set(text, evidence_ids);
      try {
        store.keepLines(sessionId, kind, news);
      } catch (error) {
        // They are known for this run all the same.
        onFailure(error);
      }
    },
    base(sessionId, kind) {
      const lines = [...linesOf(sessionId, kind)];
      return {
        markdown: lines.map(([text]) => text).join('\n'),
        evidence: lines.map(([, evidence_ids], index) => ({
          line: index + 1,
          provenance: 'generated',
          evidence_ids: [...evidence_ids],
        })),
      };
    },
  };
}

function generatedLines({ markdown, evidence }: NoteBase): GeneratedLine[] {
  const lines = markdown.split('\n');
  return evidence.flatMap(({ line, provenance, evidence_ids }) => {
    const text = lines[line - 1]?.trimEnd() ?? '';
    return provenance === 'generated' && text !== '' ? [{ text, evidence_ids }] : [];
  });
}
