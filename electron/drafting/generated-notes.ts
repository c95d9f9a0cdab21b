import { LRUCache } from 'lru-cache';
import type { SentRequest } from '../../shared/domain/ai.ts';
import type { NoteKind, Preview } from '../../shared/domain/note.ts';
import type { RenderedNote } from './note-document.ts';

/** A generated note that was on the screen: what a technician's text is traced to and posted from. */
export interface ShownNote extends RenderedNote {
  readonly origin: Preview['origin'];
  readonly sent: SentRequest | null;
}

/** A sentence as a generator wrote it, and what it rests on. Rows of older versions are whole lines. */
export interface GeneratedSentence {
  readonly text: string;
  readonly evidence_ids: readonly string[];
}

/** Where generated sentences are kept as long as their session is active. */
export interface SentenceStore {
  keepLines(sessionId: number, kind: NoteKind, sentences: readonly GeneratedSentence[]): void;
  lines(sessionId: number, kind: NoteKind): readonly GeneratedSentence[];
}

/**
 * What generators wrote for each note. A text that has one of their sentences is judged as generated,
 * however many newer notes were shown since: only what nobody generated is a person's own.
 */
export interface GeneratedNotes {
  /** Notes that a note is on the screen now; only sentences that are new cost anything. */
  remember(sessionId: number, kind: NoteKind, note: ShownNote): void;
  /** Newest first; undefined where nothing was shown since the start. */
  shown(sessionId: number, kind: NoteKind): readonly ShownNote[] | undefined;
  /** Every sentence ever generated for this note, each on a line, in the form that a text is traced to. */
  sentences(sessionId: number, kind: NoteKind): RenderedNote;
}

/** Sessions and kinds held in memory, and notes of each. */
const HELD = 64;
const HELD_OF_EACH = 4;

export function createGeneratedNotes(
  store: SentenceStore,
  onFailure: (error: unknown) => void,
): GeneratedNotes {
  const shown = new LRUCache<string, readonly ShownNote[]>({ max: HELD });
  const ledgers = new LRUCache<string, Map<string, readonly string[]>>({ max: HELD });

  function ledgerOf(sessionId: number, kind: NoteKind): Map<string, readonly string[]> {
    const key = `${sessionId}:${kind}`;
    const held = ledgers.get(key);
    if (held !== undefined) return held;
    const kept = store.lines(sessionId, kind);
    const ledger = new Map(kept.map(({ text, evidence_ids }) => [text, evidence_ids]));
    ledgers.set(key, ledger);
    return ledger;
  }

  function keepSentences(sessionId: number, kind: NoteKind, note: RenderedNote) {
    const ledger = ledgerOf(sessionId, kind);
    const news = sentencesOf(note).filter(
      ({ text, evidence_ids }) => ledger.get(text)?.join() !== evidence_ids.join(),
    );
    if (news.length === 0) return;
    for (const { text, evidence_ids } of news) ledger.set(text, evidence_ids);
    try {
      store.keepLines(sessionId, kind, news);
    } catch (error) {
      // They are known until the app closes.
      onFailure(error);
    }
  }

  return {
    remember(sessionId, kind, { markdown, evidence, origin, sent }) {
      const key = `${sessionId}:${kind}`;
      const others = (shown.get(key) ?? []).filter((note) => note.markdown !== markdown);
      const notes = [{ markdown, evidence, origin, sent }, ...others];
      shown.set(key, notes.slice(0, HELD_OF_EACH));
      keepSentences(sessionId, kind, { markdown, evidence });
    },
    shown: (sessionId, kind) => shown.get(`${sessionId}:${kind}`),
    sentences(sessionId, kind) {
      let markdown = '';
      const evidence: RenderedNote['evidence'] = [];
      for (const [text, evidence_ids] of ledgerOf(sessionId, kind)) {
        // A line of an older version has its bullet; the sentence begins after it.
        const bullet = text.startsWith('- ') ? 2 : 0;
        evidence.push({
          line: evidence.length + 1,
          from: markdown.length + bullet,
          to: markdown.length + text.length,
          provenance: 'generated',
          evidence_ids: [...evidence_ids],
        });
        markdown += `${text}\n`;
      }
      return { markdown, evidence };
    },
  };
}

function sentencesOf({ markdown, evidence }: RenderedNote): GeneratedSentence[] {
  return evidence.flatMap(({ from, to, provenance, evidence_ids }) => {
    const text = markdown.slice(from, to);
    return provenance === 'generated' && text !== '' ? [{ text, evidence_ids }] : [];
  });
}
