import type { Parameters } from './database.ts';
import type { FixedIntent, Intent, IntentProgress, Named } from './intent.ts';
import { readSent } from './previews.ts';

/** Columns that change on the way; all others are written once. */
export const SETTABLE = [
  'target_status_id',
  'target_status_name',
  'target_skipped_reason',
  'ticket_board_id',
  'ticket_board_name',
  'ticket_status_id',
  'ticket_status_name',
  'ticket_closed',
  'ticket_last_updated',
  'newest_note_id',
  'note_id',
  'problem',
] as const;

/** A row of `write_back_intents`. */
export interface IntentRow
  extends Omit<
    Intent,
    'flags' | 'notify' | 'target' | 'ticket' | 'sent' | 'problem' | 'target_skipped_reason'
  > {
  readonly discussion: number;
  readonly internal: number;
  readonly resolution: number;
  readonly notify: number;
  readonly sent: string | null;
  readonly problem: string | null;
  readonly target_skipped_reason: string | null;
  readonly target_status_id: number | null;
  readonly target_status_name: string | null;
  readonly ticket_board_id: number | null;
  readonly ticket_board_name: string | null;
  readonly ticket_status_id: number | null;
  readonly ticket_status_name: string | null;
  readonly ticket_closed: number | null;
  readonly ticket_last_updated: string | null;
}

const FIXED = [
  'session_id',
  'kind',
  'psa_identity',
  'ticket_id',
  'markdown',
  'body',
  'body_digest',
  'reference',
  'override_reason',
  'draft_markdown',
  'draft_origin',
  'sent',
  'discussion',
  'internal',
  'resolution',
  'notify',
] as const;

export const COLUMNS = [
  'id',
  ...FIXED,
  ...SETTABLE,
  'stage',
  'attempts',
  'created_at',
  'updated_at',
].join(', ');

export function toIntent(row: IntentRow): Intent {
  const board = named(row.ticket_board_id, row.ticket_board_name);
  const status = named(row.ticket_status_id, row.ticket_status_name);
  return {
    id: row.id,
    session_id: row.session_id,
    kind: row.kind,
    psa_identity: row.psa_identity,
    ticket_id: row.ticket_id,
    markdown: row.markdown,
    body: row.body,
    body_digest: row.body_digest,
    reference: row.reference,
    override_reason: row.override_reason,
    draft_markdown: row.draft_markdown,
    draft_origin: row.draft_origin,
    sent: readSent(row.sent),
    flags: {
      discussion: row.discussion === 1,
      internal: row.internal === 1,
      resolution: row.resolution === 1,
    },
    notify: row.notify === 1,
    target: named(row.target_status_id, row.target_status_name),
    target_skipped_reason: row.target_skipped_reason,
    ticket:
      board === null || status === null
        ? null
        : { board, status, closed: row.ticket_closed === 1, last_updated: row.ticket_last_updated },
    newest_note_id: row.newest_note_id,
    note_id: row.note_id,
    // Reads back what this app wrote.
    problem: row.problem === null ? null : (JSON.parse(row.problem) as Intent['problem']),
    stage: row.stage,
    attempts: row.attempts,
    created_at: row.created_at,
    updated_at: row.updated_at,
  };
}

type Column = (typeof FIXED)[number] | (typeof SETTABLE)[number];

export function toColumns(
  intent: FixedIntent & IntentProgress,
): Record<Column, Parameters[string]> {
  const { flags, target, ticket, problem, sent } = intent;
  return {
    session_id: intent.session_id,
    kind: intent.kind,
    psa_identity: intent.psa_identity,
    ticket_id: intent.ticket_id,
    markdown: intent.markdown,
    body: intent.body,
    body_digest: intent.body_digest,
    reference: intent.reference,
    override_reason: intent.override_reason,
    draft_markdown: intent.draft_markdown,
    draft_origin: intent.draft_origin,
    sent: sent === null ? null : JSON.stringify(sent),
    discussion: Number(flags.discussion),
    internal: Number(flags.internal),
    resolution: Number(flags.resolution),
    notify: Number(intent.notify),
    target_status_id: target?.id ?? null,
    target_status_name: target?.name ?? null,
    target_skipped_reason: intent.target_skipped_reason,
    ticket_board_id: ticket?.board.id ?? null,
    ticket_board_name: ticket?.board.name ?? null,
    ticket_status_id: ticket?.status.id ?? null,
    ticket_status_name: ticket?.status.name ?? null,
    ticket_closed: ticket === null ? null : Number(ticket.closed),
    ticket_last_updated: ticket?.last_updated ?? null,
    newest_note_id: intent.newest_note_id,
    note_id: intent.note_id,
    problem: problem === null ? null : JSON.stringify(problem),
  };
}

function named(id: number | null, name: string | null): Named | null {
  return id === null || name === null ? null : { id, name };
}
