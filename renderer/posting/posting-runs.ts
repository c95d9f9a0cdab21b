import { create } from 'zustand';
import type { NoteKind } from '../../shared/domain/note.ts';
import type { OutboxAction } from '../../shared/domain/posting.ts';
import { AppError } from '../../shared/errors.ts';
import { refreshPostings } from '../bridge/psa-queries.ts';
import { toastError } from '../ui/toast.tsx';
import { markPosting, unmarkPosting } from './just-posted.ts';
import { forgetSteps } from './progress.ts';

/** What is being done about a note: posted or queued from its sheet, or an open posting is gone on with. */
export type RunName = 'post' | 'queue' | OutboxAction;

/**
 * A call of this window about the posting of a session. It is kept outside the views, for the technician
 * may look at another session meanwhile, and the view that began it may have made way for another.
 */
export interface PostingRun {
  readonly kind: NoteKind;
  readonly name: RunName;
  readonly phase: 'running' | 'failed';
  /** Null while it runs. */
  readonly error: unknown;
}

const useRuns = create<Readonly<Record<number, PostingRun | undefined>>>()(() => ({}));

/** What this window does, or failed to do, about a session's posting. */
export function usePostingRun(sessionId: number): PostingRun | undefined {
  return useRuns((runs) => runs[sessionId]);
}

/** A run that the sheet of the note began, which stays on the screen until it has ended. */
export function isOfTheSheet({ name }: Pick<PostingRun, 'name'>): boolean {
  return name === 'post' || name === 'queue';
}

function isConflict(error: unknown): boolean {
  return error instanceof AppError && error.code === 'CONFLICT';
}

export function forgetRun(sessionId: number): void {
  useRuns.setState({ [sessionId]: undefined });
}

interface RunOptions<Result> {
  readonly sessionId: number;
  readonly kind: NoteKind;
  readonly name: RunName;
  readonly call: () => Promise<Result>;
  /** Whether the answer says that the session is closed now. */
  readonly closes: (result: Result) => boolean;
}

/**
 * Makes a call about a posting, one at a time for a session. Undefined where it failed or one was under
 * way; the outbox is up to date by then, so that the next view shows where the posting stands.
 */
export async function runPosting<Result>(options: RunOptions<Result>): Promise<Result | undefined> {
  const { sessionId, kind, name, call, closes } = options;
  if (useRuns.getState()[sessionId]?.phase === 'running') return undefined;
  const put = (run: PostingRun | undefined) => useRuns.setState({ [sessionId]: run });
  put({ kind, name, phase: 'running', error: null });
  if (name === 'post') forgetSteps(sessionId);
  // The news that a session is closed may arrive before the answer to the call itself.
  markPosting(sessionId);
  try {
    const result = await call();
    if (!closes(result)) unmarkPosting(sessionId);
    await refreshPostings(sessionId);
    put(undefined);
    return result;
  } catch (error) {
    unmarkPosting(sessionId);
    await refreshPostings(sessionId);
    put({ kind, name, phase: 'failed', error });
    // The session closed under its sheet, which goes with all that it could say.
    if (isOfTheSheet({ name }) && isConflict(error)) toastError(error);
    return undefined;
  }
}
