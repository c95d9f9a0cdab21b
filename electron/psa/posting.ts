import type { Draft, Finding, NoteCheck, NoteKind, Preview } from '../../shared/domain/note.ts';
import type { Session } from '../../shared/domain/session.ts';
import type { PostOutcome, WriteBack } from '../../shared/domain/write-back.ts';
import { AppError } from '../../shared/errors.ts';
import { noteDigest } from './digest.ts';

/** A note as the technician confirmed it. */
export interface NoteToPost {
  readonly session_id: number;
  readonly kind: NoteKind;
  readonly markdown: string;
  readonly override_reason?: string | undefined;
}

export interface Posted {
  readonly outcome: PostOutcome;
  readonly session: Session;
  readonly write_back: WriteBack;
}

interface AuditStep {
  readonly step: string;
  readonly detail: string;
}

/** What closing a session locally writes, all of it in one transaction or nothing. */
export interface LocalClosing {
  readonly session_id: number;
  readonly kind: NoteKind;
  readonly markdown: string;
  readonly digest: string;
  readonly draft_markdown: string | null;
  readonly draft_origin: Preview['origin'] | null;
  readonly audit: readonly AuditStep[];
}

/** What posting needs of the session store. */
export interface PostingStore {
  readonly sessions: { get(id: number): Session };
  readonly drafts: { find(sessionId: number, kind: NoteKind): Draft | undefined };
  readonly previews: {
    find(
      sessionId: number,
      kind: NoteKind,
      stateVersion: number,
    ): Pick<Preview, 'origin'> | undefined;
  };
  readonly write_backs: {
    closeLocally(closing: LocalClosing): { session: Session; write_back: WriteBack };
  };
}

export interface PostingService {
  /**
   * Posts exactly these bytes and closes the session. Throws `CONFLICT` where it is closed already,
   * `DRAFT_BLOCKED` (with `details.findings`) where the checks block; nothing is written then.
   */
  post(note: NoteToPost): Promise<Posted>;
}

/** Posting for sessions whose note stays on this machine. */
export function createPosting(options: {
  readonly store: () => PostingStore;
  readonly check: (sessionId: number, kind: NoteKind, markdown: string) => Promise<NoteCheck>;
  readonly preview: (sessionId: number, kind: NoteKind) => Promise<Preview>;
}): PostingService {
  return {
    async post(note) {
      const { session_id, kind, markdown } = note;
      const session = options.store().sessions.get(session_id);
      if (session.state !== 'active') throw alreadyClosed(session);
      if (markdown.trim() === '') {
        throw new AppError('INVALID_INPUT', 'The note is empty. Write it, or regenerate it.');
      }

      const { findings } = await options.check(session_id, kind, markdown);
      const override = overrideStep(findings, note.override_reason);
      const generated = await startedFrom(options, session_id, kind);
      const { session: closed, write_back } = options.store().write_backs.closeLocally({
        session_id,
        kind,
        markdown,
        digest: noteDigest(markdown),
        draft_markdown: generated.markdown,
        draft_origin: generated.origin,
        audit: [
          {
            step: 'confirmed',
            detail:
              markdown === generated.markdown
                ? 'The technician confirmed the generated note as it was.'
                : 'The technician confirmed the note after editing it.',
          },
          ...override,
          {
            step: kind === 'resolve' ? 'resolved_locally' : 'escalated_locally',
            detail: 'The note is kept on this machine. Nothing was sent.',
          },
        ],
      });
      return { outcome: write_back.outcome, session: closed, write_back };
    },
  };
}

/** The generated note that the technician started from; without a draft, the one that is shown. */
async function startedFrom(
  { store, preview }: Parameters<typeof createPosting>[0],
  sessionId: number,
  kind: NoteKind,
): Promise<{ markdown: string; origin: Preview['origin'] | null }> {
  const draft = store().drafts.find(sessionId, kind);
  if (draft === undefined) return preview(sessionId, kind);
  const kept = store().previews.find(sessionId, kind, draft.base_state_version);
  return { markdown: draft.base_markdown, origin: kept?.origin ?? null };
}

/** Throws `DRAFT_BLOCKED` unless every blocking finding may be overridden and a reason was given. */
function overrideStep(findings: readonly Finding[], reason: string | undefined): AuditStep[] {
  const blocking = findings.filter((finding) => finding.level === 'block');
  if (blocking.length === 0) return [];

  const given = reason?.trim() ?? '';
  const rules = [...new Set(blocking.map((finding) => finding.rule_id))].join(', ');
  if (given !== '' && blocking.every((finding) => finding.can_override)) {
    return [{ step: 'checks_overridden', detail: `${rules}: ${given}` }];
  }
  const count = blocking.length === 1 ? 'One check blocks' : `${blocking.length} checks block`;
  throw new AppError(
    'DRAFT_BLOCKED',
    `${count} this note (${rules}). Mend the marked lines, or say why it is to be posted all the same.`,
    { findings: blocking },
  );
}

function alreadyClosed(session: Session): AppError {
  return new AppError(
    'CONFLICT',
    `This session is ${session.state} already. Its note was kept; nothing was posted again.`,
    { state: session.state, closed_at: session.closed_at },
  );
}
