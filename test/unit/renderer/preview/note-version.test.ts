import { describe, expect, it } from 'vitest';
import {
  baseOf,
  hasOwnEdits,
  newsOf,
  openingVersion,
} from '../../../../renderer/preview/note-version.ts';

const preview = {
  session_id: 1,
  kind: 'resolve' as const,
  markdown: 'new',
  evidence: [],
  target_ticket_ref: null,
  state_version: 7,
  from_cache: false,
  origin: 'local' as const,
  ai_failure: null,
  findings: [],
  left_out: [],
};
const draft = {
  session_id: 1,
  kind: 'resolve' as const,
  markdown: 'mine',
  base_markdown: 'old',
  base_state_version: 5,
  updated_at: 0,
};
const edited = { text: 'mine', base: { markdown: 'old', stateVersion: 5 } };

describe('the note that a sheet opens with', () => {
  it('is what was not saved, else the draft, else the generated note', () => {
    const unsaved = { ...edited, text: 'unsaved' };
    expect(openingVersion(unsaved, draft, preview)).toBe(unsaved);
    expect(openingVersion(undefined, draft, preview)).toEqual(edited);
    expect(openingVersion(undefined, undefined, preview)?.text).toBe('new');
    expect(openingVersion(undefined, undefined, undefined)).toBeUndefined();
  });
});

describe('a newly generated note', () => {
  it('never replaces what the technician wrote', () => {
    expect(hasOwnEdits(edited)).toBe(true);
    expect(newsOf(edited, preview)).toBe('offer');
  });

  it('is followed while nothing was edited', () => {
    expect(newsOf({ ...edited, text: 'old' }, preview)).toBe('follow');
    expect(newsOf({ ...edited, text: 'new' }, preview)).toBe('follow');
  });

  it('is no news when it reads as before', () => {
    const base = { markdown: 'new', stateVersion: 7 };
    expect(newsOf({ text: 'mine', base }, preview)).toBe('none');
    expect(newsOf({ text: 'mine', base: { ...base, stateVersion: 3 } }, preview)).toBe('rebase');
  });

  it('does not take the place of what the AI wrote where it only stands in for it', () => {
    const ai = { ...preview, markdown: 'old', state_version: 5, origin: 'ai' as const };
    const shown = { text: 'old', base: baseOf(ai) };
    const ai_failure = { code: 'OFFLINE' as const, message: 'No network.', retry_at: null };
    expect(newsOf(shown, { ...preview, ai_failure })).toBe('offer');
    // The technician's own wish for a local draft, and a newer note of the AI, are followed.
    expect(newsOf(shown, preview)).toBe('follow');
    expect(newsOf(shown, { ...preview, origin: 'ai' })).toBe('follow');
    // Nor is there anything to protect in an older local draft.
    expect(
      newsOf({ ...shown, base: { ...shown.base, origin: 'local' } }, { ...preview, ai_failure }),
    ).toBe('follow');
  });
});
