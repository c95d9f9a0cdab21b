import type { OutboxAction, OutboxItem } from '../../../shared/domain/posting.ts';
import type { Intent } from '../../sessions/index.ts';
import { isStoredOtherwise } from './read-back.ts';
import { type PostingStore, ticketName } from './run.ts';

/** A posting that is not finished, as the screen shows it. */
export function toItem(
  { sessions }: Pick<PostingStore, 'sessions'>,
  intent: Intent,
  running: boolean,
): OutboxItem {
  const { session_id, kind, ticket_id, stage, markdown, reference, note_id, problem } = intent;
  return {
    session_id,
    session_title: sessions.get(session_id).title,
    kind,
    ticket_id,
    ticket_ref: ticketName(ticket_id),
    stage,
    running,
    markdown,
    reference,
    note_id,
    target_status: intent.target?.name ?? null,
    problem: problem === null ? null : { ...problem, details: { ...problem.details } },
    actions: running ? [] : actionsOf(intent),
    created_at: intent.created_at,
    updated_at: intent.updated_at,
  };
}

function actionsOf(intent: Intent): readonly OutboxAction[] {
  switch (intent.stage) {
    case 'queued':
    case 'prepared':
      return ['retry', 'cancel'];
    case 'asking':
      return ['send', 'cancel'];
    case 'note_unknown':
      return ['look_again', 'post_again', 'give_up'];
    case 'note_posted':
      return isStoredOtherwise(intent)
        ? ['retry', 'accept_note', 'close_anyway']
        : ['retry', 'close_anyway'];
    case 'note_verified':
    case 'status_unverified':
      return ['retry', 'close_anyway'];
    case 'note_sending':
    case 'status_sending':
      return ['retry'];
    default:
      return [];
  }
}
