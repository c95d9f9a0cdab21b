import type { SentRequest } from '../../../shared/domain/ai.ts';
import type { Finding, NoteCheck, NoteKind, Preview } from '../../../shared/domain/note.ts';
import type { ShownPlan } from '../../../shared/domain/posting.ts';
import { AppError } from '../../../shared/errors.ts';
import type { AuditStep, LocalClosing } from '../../sessions/index.ts';
import type { PostingStore } from './run.ts';

/** A note as the technician confirmed it. */
export interface NoteToPost {
  readonly session_id: number;
  readonly kind: NoteKind;
  readonly markdown: string;
  readonly override_reason?: string | undefined;
  /** What the button said; where it has become otherwise meanwhile, nothing is done. */
  readonly destination?: 'local' | 'ticket' | undefined;
  /** What the screen said would become of it, for a ticket; where it would be otherwise, nothing is done. */
  readonly shown?: ShownPlan | undefined;
  /** Whether the system may send its notifications for it; by the settings where it is not said. */
  readonly notify?: boolean | undefined;
}

/** A generated note that was on the screen. */
export interface NoteShown {
  readonly markdown: string;
  readonly origin: Preview['origin'];
  readonly sent: SentRequest | null;
}

export interface ConfirmOptions {
  readonly store: () => Pick<PostingStore, 'drafts'>;
  readonly check: (sessionId: number, kind: NoteKind, markdown: string) => Promise<NoteCheck>;
  /** The newest first. Nothing is generated for it: what was not shown cannot have been confirmed. */
  readonly shown: (sessionId: number, kind: NoteKind) => Promise<readonly NoteShown[]>;
}

/** A note that may be posted, what it started from, and the first lines of its trail. */
export interface ConfirmedNote
  extends Pick<LocalClosing, 'draft_markdown' | 'draft_origin' | 'sent'> {
  readonly override_reason: string | null;
  readonly audit: readonly AuditStep[];
}

/** Throws `INVALID_INPUT` for an empty note, `DRAFT_BLOCKED` where the checks block it. */
export async function confirm(options: ConfirmOptions, note: NoteToPost): Promise<ConfirmedNote> {
  const { session_id, kind, markdown } = note;
  if (markdown.trim() === '') {
    throw new AppError('INVALID_INPUT', 'The note is empty. Write it, or regenerate it.');
  }
  const { findings } = await options.check(session_id, kind, markdown);
  const override = overrideStep(findings, note.override_reason);
  const generated = await startedFrom(options, session_id, kind);
  return {
    ...generated,
    override_reason: override.length === 0 ? null : (note.override_reason?.trim() ?? null),
    audit: [
      {
        step: 'confirmed',
        detail:
          markdown === generated.draft_markdown
            ? 'The technician confirmed the generated note as it was.'
            : 'The technician confirmed the note after editing it.',
      },
      ...override,
    ],
  };
}

/** The generated note that the technician started from: that of the draft, else the one on the screen. */
async function startedFrom(
  { store, shown }: ConfirmOptions,
  sessionId: number,
  kind: NoteKind,
): Promise<Pick<LocalClosing, 'draft_markdown' | 'draft_origin' | 'sent'>> {
  const draft = store().drafts.find(sessionId, kind);
  const notes = await shown(sessionId, kind);
  const note =
    draft === undefined ? notes[0] : notes.find((one) => one.markdown === draft.base_markdown);
  return {
    draft_markdown: draft?.base_markdown ?? note?.markdown ?? null,
    draft_origin: note?.origin ?? null,
    sent: note?.sent ?? null,
  };
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
