import type { Finding, NoteKind, Preview } from '../../shared/domain/note.ts';
import type { InputBundle } from './bundle.ts';
import type { NoteDocument } from './note-document.ts';

/** What a generator is asked for. */
export interface NoteRequest {
  readonly kind: NoteKind;
  readonly bundle: InputBundle;
  readonly signal: AbortSignal;
  /** What the note checks say of a document, for a generator that mends its own work. */
  readonly review: (document: NoteDocument) => readonly Finding[];
}

/** Writes a note from the bundle. It answers sections and lines; code renders the markdown. */
export interface NoteGenerator {
  readonly origin: Preview['origin'];
  generate(request: NoteRequest): Promise<NoteDocument>;
}
