/** Drafting: from what a session knows to a note, and what a program can decide about one. */
export { buildBundle, type DraftingSnapshot } from './bundle.ts';
export { checkNote } from './checks/check-note.ts';
export { draftLocally } from './local/local-generator.ts';
export { type NoteBlock, renderNote } from './note-document.ts';
export type { PreviewService } from './preview-service.ts';
export { createPreviews } from './previews.ts';
