import type { NoteKind } from '../../../shared/domain/note.ts';
import type { InputBundle } from '../bundle.ts';
import type { NoteDocument } from '../note-document.ts';
import { draftEscalation } from './escalation-package.ts';
import { draftResolution } from './resolution-note.ts';

/** A note of either kind from the bundle alone: the same words each time, at once, with no network. */
export function draftLocally(kind: NoteKind, bundle: InputBundle): NoteDocument {
  return kind === 'resolve' ? draftResolution(bundle) : draftEscalation(bundle);
}
