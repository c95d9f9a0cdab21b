import type { SentRequest } from '../../shared/domain/ai.ts';
import type { Finding, NoteKind } from '../../shared/domain/note.ts';
import type { InputBundle } from './bundle.ts';
import type { NoteDocument } from './note-document.ts';

/** A note from the bundle alone: the same words each time, at once, with no network. */
export type LocalDraft = (kind: NoteKind, bundle: InputBundle) => NoteDocument;

/** What a generator is asked for. */
export interface NoteRequest {
  readonly session_id: number;
  readonly kind: NoteKind;
  /** Secrets are taken out of it already. */
  readonly bundle: InputBundle;
  readonly secrets_removed: number;
  readonly signal: AbortSignal;
  /** What the note checks say of a document, for a generator that repairs its own work. */
  readonly check: (document: NoteDocument) => Promise<readonly Finding[]>;
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
  /** What went to the AI for it. */
  readonly sent: SentRequest;
}

/** Has a model write a note from the bundle. Rejects with errors worded for the technician. */
export interface NoteGenerator {
  generate(request: NoteRequest): Promise<GeneratedNote>;
}
