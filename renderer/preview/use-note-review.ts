import { useEffect, useMemo, useState } from 'react';
import type { Finding, NoteKind, NoteReview, Preview } from '../../shared/domain/note.ts';
import type { Session } from '../../shared/domain/session.ts';
import { AppError } from '../../shared/errors.ts';
import { invoke } from '../bridge/client.ts';
import { keys, queryClient } from '../bridge/queries.ts';
import { describeError } from '../ui/errors.ts';
import { placeDoubts } from './sentence-evidence.ts';
import type { NoteCheckState } from './use-note-check.ts';

/** A generated note is read almost at once, an edited one when the typing has stopped for a while. */
const READ_AFTER_MS = 600;
const READ_EDITED_AFTER_MS = 4_000;

const OFF: NoteReview = { state: 'off' };

interface Read {
  readonly text: string;
  readonly review: NoteReview;
}

interface NoteReviewState {
  /** The check with the doubts of the second reader at their sentences. */
  readonly check: NoteCheckState;
  /** Why the second reader could not read the note; null where it did or is off. */
  readonly failure: string | null;
}

/**
 * Has the second reader read the note that is on the screen. It is asked after the checks have read
 * the same text, stopped when the text or the session changes, and waited for by nothing.
 */
export function useNoteReview(
  session: Session,
  kind: NoteKind,
  text: string,
  check: NoteCheckState,
  preview: Preview | undefined,
): NoteReviewState {
  const { id: sessionId, state_version: stateVersion } = session;
  const [read, setRead] = useState<Read>({ text: '', review: OFF });
  const isGenerated = preview?.markdown === text;
  // The note of the session as it is now is on its way and takes the place of this one.
  const isOutdated = isGenerated && preview.state_version !== stateVersion;
  const isReady = check.text === text && text.trim() !== '' && !isOutdated;

  // biome-ignore lint/correctness/useExhaustiveDependencies: another state version is another question
  useEffect(() => {
    if (!isReady) return;
    const controller = new AbortController();
    const put = (review: NoteReview) => {
      if (!controller.signal.aborted) setRead({ text, review });
    };
    const timer = setTimeout(
      () => {
        invoke(
          'notes.review',
          { session_id: sessionId, kind, markdown: text },
          { signal: controller.signal },
        )
          .then(put, (error: unknown) => {
            if (error instanceof AppError && error.code === 'CANCELLED') return;
            put({ state: 'failed', message: describeError(error) });
          })
          // A review costs something, one that was stopped or failed too.
          .finally(() => void queryClient.invalidateQueries({ queryKey: keys.usage }));
      },
      isGenerated ? READ_AFTER_MS : READ_EDITED_AFTER_MS,
    );
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  }, [sessionId, kind, text, stateVersion, isGenerated, isReady]);

  return useMemo(() => {
    const { review } = read;
    const failure = review.state === 'failed' && read.text === text ? review.message : null;
    const doubts: readonly Finding[] = review.state === 'done' ? review.findings : [];
    if (doubts.length === 0) return { check, failure };
    const placed = placeDoubts(doubts, read.text, check);
    return { check: { ...check, findings: [...check.findings, ...placed] }, failure };
  }, [check, read, text]);
}
