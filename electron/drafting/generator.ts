import type { SentRequest } from '../../shared/domain/ai.ts';
import type { Finding, NoteKind, Preview } from '../../shared/domain/note.ts';
import type { InputBundle } from './bundle.ts';
import type { NoteDocument } from './note-document.ts';

/** What a generator is asked for. */
export interface NoteRequest {
  readonly session_id: number;
  readonly kind: NoteKind;
  /** Secrets are taken out of it already. */
  readonly bundle: InputBundle;
  readonly secrets_removed: number;
  readonly signal: AbortSignal;
  /** What the note checks say of a document, for a generator that mends its own work. */
  readonly review: (document: NoteDocument) => Promise<readonly Finding[]>;
  readonly onProgress: (progress: NoteProgress) => void;
}

/** How far a generator is. `markdown` is the note as far as it has come, `output_tokens` what it has cost so far. */
export interface NoteProgress {
  readonly step: 'asking' | 'waiting' | 'writing' | 'checking' | 'mending';
  readonly output_tokens: number;
  readonly markdown: string;
}

export interface GeneratedNote {
  readonly document: NoteDocument;
  /** What went to the AI for it; null where nothing left this machine. */
  readonly sent: SentRequest | null;
}

/** Writes a note from the bundle. It answers sections and lines; code renders the markdown. */
export interface NoteGenerator {
  readonly origin: Preview['origin'];
  generate(request: NoteRequest): Promise<GeneratedNote>;
}
