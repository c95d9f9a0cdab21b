import type { AuditStep, Intent } from '../../sessions/index.ts';
import { noteDigest } from '../digest.ts';
import { type Posted, type Run, tell, ticketName, unwritten } from './run.ts';
import { nextStage, type WriteBackEvent } from './stages.ts';
import { noteOn } from './words.ts';

interface Ending {
  readonly event: Extract<WriteBackEvent, 'status_verified' | 'status_skipped' | 'close_anyway'>;
  readonly verified_status?: string;
  readonly status_transition_skipped_reason?: string;
  readonly closed_anyway_reason?: string;
  readonly audit: AuditStep;
}

/** The end of a posting, all of it in one transaction: note kept, session closed, draft dropped, intent done. */
export function closeSession(
  { store, onProgress, warnings }: Pick<Run, 'store' | 'onProgress' | 'warnings'>,
  intent: Intent,
  ending: Ending,
): Posted {
  const { kind, markdown, ticket_id, stage } = intent;
  // Throws where this stage must not end like that.
  nextStage(stage, ending.event);
  const verb = kind === 'resolve' ? 'resolved' : 'escalated';
  tell({ onProgress }, intent, 'closing_session', 'Closing the session …');
  const { session, write_back } = closeOrTell(intent, () =>
    store().write_backs.closeOnTicket({
      intent,
      from: stage,
      digest: noteDigest(markdown),
      verified_status: ending.verified_status ?? null,
      status_transition_skipped_reason: ending.status_transition_skipped_reason ?? null,
      closed_anyway_reason: ending.closed_anyway_reason ?? null,
      audit: [
        ending.audit,
        {
          step: verb,
          detail: `The session is ${verb}, with its note on ${ticketName(ticket_id)}.`,
        },
      ],
    }),
  );
  return { outcome: write_back.outcome, session, write_back, warnings: [...warnings] };
}

function closeOrTell<Result>(intent: Intent, work: () => Result): Result {
  try {
    return work();
  } catch (failure) {
    throw unwritten(
      failure,
      `${noteOn(intent)}, but the session could not be closed. Trying again does not send the note again.`,
    );
  }
}
