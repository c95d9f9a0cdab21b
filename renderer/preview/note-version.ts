import type { Draft, Preview } from '../../shared/domain/note.ts';

/** The text in the editor, and the generated note that it started from. */
export interface NoteVersion {
  readonly text: string;
  readonly base: NoteBase;
}

export interface NoteBase {
  readonly markdown: string;
  readonly stateVersion: number;
  /** Who wrote it; not known of a draft that was stored. */
  readonly origin?: Preview['origin'] | undefined;
}

export function baseOf({ markdown, state_version, origin }: Preview): NoteBase {
  return { markdown, stateVersion: state_version, origin };
}

/** The note to open with: what was not saved, else the technician's draft, else the generated note. */
export function openingVersion(
  unsaved: NoteVersion | undefined,
  draft: Draft | undefined,
  preview: Preview | undefined,
): NoteVersion | undefined {
  if (unsaved !== undefined) return unsaved;
  if (draft !== undefined) {
    return {
      text: draft.markdown,
      base: { markdown: draft.base_markdown, stateVersion: draft.base_state_version },
    };
  }
  return preview && { text: preview.markdown, base: baseOf(preview) };
}

/** Whether the technician has changed the generated note. */
export function hasOwnEdits({ text, base }: NoteVersion): boolean {
  return text !== base.markdown;
}

/**
 * What a newly generated note means for the text in the editor. `follow`: nothing was edited, take
 * it. `rebase`: it reads as before, only its version is newer. `offer`: the text stays and the
 * new note is offered: the text is the technician's own, or the AI's and the new one only its substitute.
 * `none`: nothing new.
 */
export function newsOf(
  version: NoteVersion,
  preview: Preview,
): 'none' | 'follow' | 'rebase' | 'offer' {
  const { base, text } = version;
  if (preview.markdown === base.markdown) {
    return preview.state_version === base.stateVersion ? 'none' : 'rebase';
  }
  if (text === preview.markdown) return 'follow';
  return text === base.markdown && !standsInFor(base, preview) ? 'follow' : 'offer';
}

/** Whether a note is the local drafter's because the AI could not write a new one. */
export function standsInFor(base: NoteBase, preview: Preview): boolean {
  return base.origin === 'ai' && preview.origin === 'local' && preview.ai_failure !== null;
}
