import type { NoteKind } from '../../../shared/domain/note.ts';
import type { PostingProgress } from '../../../shared/domain/posting.ts';
import type { BoardStatuses } from '../../../shared/domain/psa.ts';
import type { Session } from '../../../shared/domain/session.ts';
import type { WriteBack } from '../../../shared/domain/write-back.ts';
import { AppError } from '../../../shared/errors.ts';
import type {
  AuditQueries,
  AuditStep,
  DraftQueries,
  Intent,
  IntentProgress,
  IntentQueries,
  SessionQueries,
  WriteBackQueries,
} from '../../sessions/index.ts';
import type { Psa, PsaReference } from '../psa.ts';
import { nextStage, type WriteBackEvent } from './stages.ts';

/** What posting needs of the session store. */
export interface PostingStore {
  readonly sessions: Pick<SessionQueries, 'get'>;
  readonly drafts: Pick<DraftQueries, 'find'>;
  readonly intents: IntentQueries;
  readonly write_backs: Pick<WriteBackQueries, 'closeLocally' | 'closeOnTicket'>;
  readonly audit: Pick<AuditQueries, 'add'>;
  transaction<Result>(work: () => Result): Result;
}

/** What the administrator has set. */
export interface PostingRules {
  /** The statuses that tickets get, by the id of their board. */
  readonly statuses: Readonly<Record<string, BoardStatuses>>;
  /** Resolution notes are shown in the discussion too. */
  readonly discussion_too: boolean;
  /** Whether the system may send its notifications for a note. */
  readonly notify: boolean;
}

/** A note that closed its session. */
export interface Posted {
  readonly outcome: WriteBack['outcome'];
  readonly session: Session;
  readonly write_back: WriteBack;
  /** What the technician should know though it went well: that a second note of ours is there, say. */
  readonly warnings: readonly string[];
}

/** All that the steps of one posting work with. */
export interface Run {
  readonly psa: Psa;
  readonly rules: PostingRules;
  readonly store: () => PostingStore;
  /** Rejects when the signal aborts. */
  readonly sleep: (milliseconds: number, signal: AbortSignal) => Promise<void>;
  readonly signal: AbortSignal;
  readonly onProgress: (progress: PostingProgress) => void;
  /** A session was closed on a status that the ticket was seen to have. */
  readonly onVerified: (posted: Posted, ticketId: number, status: PsaReference) => void;
  readonly warnings: string[];
}

/** Moves an intent on; durable on return. */
export function advance(
  { store }: Pick<Run, 'store'>,
  intent: Intent,
  event: WriteBackEvent,
  changes: Partial<IntentProgress> = {},
  audit: readonly AuditStep[] = [],
): Intent {
  const to = nextStage(intent.stage, event);
  return store().intents.advance(intent.id, intent.stage, { ...changes, to }, audit);
}

/** Writes down what stopped a posting, then throws it. */
export function stopWith(
  run: Pick<Run, 'store'>,
  intent: Intent,
  event: WriteBackEvent,
  error: AppError,
  audit: AuditStep,
  changes: Partial<IntentProgress> = {},
): never {
  advance(run, intent, event, { ...changes, problem: error.toShape() }, [audit]);
  throw error;
}

export function tell(
  { onProgress }: Pick<Run, 'onProgress'>,
  { session_id, kind }: { readonly session_id: number; readonly kind: NoteKind },
  step: PostingProgress['step'],
  words: string,
): void {
  onProgress({ session_id, kind, step, words });
}

/** An error of ours. Anything else is a mistake in the program, or in a PSA, and goes to the log as such. */
export function asAppError(error: unknown): AppError {
  if (error instanceof AppError) return error;
  return new AppError('INTERNAL', 'Something went wrong in ResolutionFlow.', undefined, {
    cause: error,
  });
}

/** What could not be written down happened all the same, and the technician has to know. */
export function unwritten(failure: unknown, words: string): AppError {
  const error = asAppError(failure);
  return new AppError(error.code, `${words} ${error.message}`, error.details, { cause: failure });
}

/** The app is closing: what is on disk goes on at the next start. */
export function isStopped({ signal }: Pick<Run, 'signal'>): boolean {
  return signal.aborted;
}

/** `CW #48213` */
export function ticketName(ticketId: number): string {
  return `CW #${ticketId}`;
}
