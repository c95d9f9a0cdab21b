/** Drafting: from what a session knows to a note, and what a program can decide about one. */
export { buildBundle, type DraftingSnapshot, type InputBundle } from './bundle.ts';
export { checkNote } from './checks/check-note.ts';
export { unsupportedNames } from './checks/compare-values.ts';
export { createClaudeGenerator } from './claude/claude-generator.ts';
export { draftLocally } from './local/local-generator.ts';
export {
  type NoteBlock,
  type NoteDocument,
  type NoteSentence,
  type RenderedNote,
  renderNote,
} from './note-document.ts';
export { createPreviews, type PreviewService } from './preview-service.ts';
