import type { Preview } from '../../../../shared/domain/note.ts';

/** A generated note of Claude's, as `preview.get` answers. */
export function somePreview(markdown: string, more: Partial<Preview> = {}): Preview {
  return {
    session_id: 1,
    kind: 'resolve',
    markdown,
    evidence: [],
    target_ticket_ref: null,
    state_version: 1,
    from_cache: false,
    origin: 'ai',
    ai_failure: null,
    findings: [],
    left_out: [],
    ...more,
  };
}
