import type { StatusFailure } from '../../../shared/domain/posting.ts';
import type { AppError, ErrorCode } from '../../../shared/errors.ts';
import type { Intent } from '../../sessions/index.ts';
import type { PsaReference, PsaTicket } from '../psa.ts';
import { closeSession } from './closing.ts';
import { warnOfDouble } from './look.ts';
import { isPassing } from './passing.ts';
import { advance, asAppError, isStopped, type Posted, type Run, tell, ticketName } from './run.ts';
import { stopNotVerified } from './status-not-verified.ts';
import { targetFor } from './ticket.ts';
import { warn } from './warn.ts';

/** How a posting comes to its status. */
export interface StatusStart {
  /** The ticket, where this very run has read it already. */
  readonly ticket: PsaTicket | null;
  /** Settings count anew, for the technician asked for another try. */
  readonly settingsAnew: boolean;
  /** Nobody waits: what cannot be read for now stays as it is, and goes on by itself. */
  readonly stayIfPassing?: boolean;
}

/**
 * Changes the status and proves it: what the system answers proves nothing, only the ticket fetched
 * again does. Then the session is closed. Where the ticket is in the wanted status already, nothing is
 * sent.
 */
export async function changeStatus(run: Run, intent: Intent, start: StatusStart): Promise<Posted> {
  const isAnew = start.settingsAnew && intent.stage !== 'status_sending';
  if (intent.target === null && !isAnew && intent.target_skipped_reason !== null) {
    await warnOfDouble(run, intent);
    return skip(run, intent, intent.target_skipped_reason);
  }
  tell(run, intent, 'changing_status', `Changing the status of ${ticketName(intent.ticket_id)} …`);
  const before = start.ticket ?? (await readBefore(run, intent, start));
  await warnOfDouble(run, intent);
  const known = isAnew ? null : intent.target;
  const { target, target_skipped_reason } =
    known === null
      ? targetFor(run.rules, intent.kind, before.board)
      : { target: known, target_skipped_reason: null };
  if (target === null) return skip(run, intent, target_skipped_reason ?? '');

  const aimed: Intent = { ...intent, target };
  const isThere = before.status.id === target.id;
  if (!isThere) await requireOnBoard(run, aimed, { before, target, start });
  const sending =
    aimed.stage === 'status_sending'
      ? aimed
      : advance(run, aimed, 'set_status', { target, target_skipped_reason: null, problem: null }, [
          {
            step: 'status_sending',
            detail: `Changing the status from ${before.status.name} to ${target.name}.`,
          },
        ]);
  const sent = isThere ? null : await send(run, sending, target);
  const after: After =
    isThere && start.ticket === null ? { ticket: before } : await readAfter(run, sending);
  const isResumed = intent.stage === 'status_sending';
  return judge(run, sending, { before, target, sent, after, isResumed, start });
}

/** What came of the change, as far as the system said. */
type Sent = { readonly answer: PsaTicket } | { readonly error: AppError };

async function send(run: Run, intent: Intent, target: PsaReference): Promise<Sent> {
  try {
    return { answer: await run.psa.setStatus(intent.ticket_id, target.id, run.signal) };
  } catch (failure) {
    if (isStopped(run)) throw failure;
    return { error: asAppError(failure) };
  }
}

async function readBefore(run: Run, intent: Intent, start: StatusStart): Promise<PsaTicket> {
  try {
    return await run.psa.getTicket(intent.ticket_id, run.signal);
  } catch (failure) {
    if (isStopped(run)) throw failure;
    return stopUnasked(run, intent, start, asAppError(failure), null);
  }
}

type After = { readonly ticket: PsaTicket } | { readonly error: AppError };

async function readAfter(run: Run, intent: Intent): Promise<After> {
  tell(run, intent, 'verifying_status', `Reading ${ticketName(intent.ticket_id)} again …`);
  try {
    return { ticket: await run.psa.getTicket(intent.ticket_id, run.signal) };
  } catch (failure) {
    if (isStopped(run)) throw failure;
    return { error: asAppError(failure) };
  }
}

/** Statuses belong to one board each; the ticket's own may be another than it was. */
async function requireOnBoard(
  run: Run,
  intent: Intent,
  { before, target, start }: Pick<Facts, 'before' | 'target' | 'start'>,
): Promise<void> {
  const {
    board,
    status: { name: actual },
  } = before;
  let statuses: Awaited<ReturnType<Run['psa']['listStatuses']>>;
  try {
    statuses = await run.psa.listStatuses(board.id, run.signal);
  } catch (failure) {
    if (isStopped(run)) throw failure;
    return stopUnasked(run, intent, start, asAppError(failure), actual);
  }
  const status = statuses.find(({ id }) => id === target.id);
  if (status !== undefined && !status.inactive) return;
  const said =
    status === undefined
      ? `The board ${board.name}, which the ticket is on now, has no such status.`
      : `The status ${target.name} is inactive on the board ${board.name}.`;
  stopNotVerified(run, intent, {
    how: 'refused',
    actual,
    said: `${said} An administrator can choose another one in Settings → ${run.psa.name}.`,
    reason: null,
  });
}

/** Nothing was asked for in this run; what an earlier one asked for may have been done all the same. */
function stopUnasked(
  run: Run,
  intent: Intent,
  { stayIfPassing = false }: StatusStart,
  error: AppError,
  actual: string | null,
): never {
  if (stayIfPassing && isPassing(error)) throw error;
  const how = intent.stage === 'status_sending' ? 'unknown' : 'not_asked';
  return stopNotVerified(run, intent, {
    how,
    actual,
    said: error.message,
    reason: reasonOf(error),
  });
}

/** Codes that say that the system was not asked, or did not listen. */
const NOT_ASKED: ReadonlySet<ErrorCode> = new Set([
  'OFFLINE',
  'AUTH_FAILED',
  'RATE_LIMITED',
  'CANCELLED',
  'NOT_CONFIGURED',
  'KEYCHAIN_UNAVAILABLE',
]);

interface Facts {
  readonly before: PsaTicket;
  readonly target: PsaReference;
  /** Null where the ticket was in the status already. */
  readonly sent: Sent | null;
  readonly after: After;
  /** An earlier run may have sent it already. */
  readonly isResumed: boolean;
  readonly start: StatusStart;
}

function judge(run: Run, intent: Intent, facts: Facts): Posted {
  const { before, target, sent, after, isResumed, start } = facts;
  const error = sent !== null && 'error' in sent ? sent.error : null;
  const answer = sent !== null && 'answer' in sent ? sent.answer : null;
  const failure = error === null ? 'unknown' : failureOf(error);
  if ('error' in after) {
    if (start.stayIfPassing === true && isPassing(after.error)) throw after.error;
    return stopNotVerified(run, intent, {
      how: isResumed ? 'unknown' : failure,
      actual: null,
      said: `${error === null ? '' : `${error.message} `}${after.error.message}`,
      reason: reasonOf(error ?? after.error),
    });
  }
  const { ticket } = after;
  if (ticket.status.id === target.id && ticket.board.id === before.board.id) {
    if (ticket.refusal !== null) {
      warn(run, intent, 'refused_meanwhile', `While it was posted: ${ticket.refusal}`);
    }
    const posted = verified(run, intent, ticket, sent === null);
    run.onVerified(posted, ticket.id, ticket.status);
    return posted;
  }
  const moved = ticket.status.id !== before.status.id || answer?.status.id === target.id;
  return stopNotVerified(run, intent, {
    how: failure === 'unknown' ? (moved ? 'overridden' : 'ignored') : failure,
    actual: ticket.status.name,
    said: [boardWords(before, ticket), error?.message].filter(Boolean).join(' ') || null,
    reason: error === null ? null : reasonOf(error),
  });
}

/** Statuses of one name on two boards are two. */
function boardWords(before: PsaTicket, { board }: PsaTicket): string {
  return board.id === before.board.id ? '' : `The ticket is on the board ${board.name} now.`;
}

function failureOf({ code, details }: AppError): StatusFailure {
  if (NOT_ASKED.has(code)) return 'not_asked';
  const isClear = code === 'PSA_REJECTED' || code === 'NOT_FOUND' || code === 'INVALID_INPUT';
  return isClear && details?.temporary !== true ? 'refused' : 'unknown';
}

/** In the system's own words. */
function reasonOf({ details }: AppError): string | null {
  return typeof details?.reason === 'string' ? details.reason : null;
}

function verified(run: Run, intent: Intent, { status }: PsaTicket, wasThere: boolean): Posted {
  return closeSession(run, intent, {
    event: 'status_verified',
    verified_status: status.name,
    audit: {
      step: 'status_verified',
      detail: wasThere
        ? `The ticket is in the status ${status.name} already; nothing was changed.`
        : `The ticket, read again, is in the status ${status.name}.`,
    },
  });
}

function skip(run: Run, intent: Intent, reason: string): Posted {
  return closeSession(run, intent, {
    event: 'status_skipped',
    status_transition_skipped_reason: reason,
    audit: { step: 'status_skipped', detail: reason },
  });
}
