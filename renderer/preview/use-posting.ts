import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { Finding, NoteKind } from '../../shared/domain/note.ts';
import { AppError } from '../../shared/errors.ts';
import { invoke } from '../bridge/client.ts';
import { keys } from '../bridge/queries.ts';
import { toastError } from '../ui/toast.tsx';
import { markPosting, unmarkPosting } from './just-posted.ts';
import type { NoteCheckState } from './use-note-check.ts';

/** Where the posting stands. */
export type PostingState =
  | { readonly phase: 'idle' }
  | { readonly phase: 'posting' }
  | { readonly phase: 'blocked'; readonly findings: readonly Finding[] }
  | { readonly phase: 'failed'; readonly error: unknown };

interface PostingOptions {
  readonly sessionId: number;
  readonly kind: NoteKind;
  readonly text: string;
  readonly check: NoteCheckState;
  /** Saves the draft; false where that failed, which the foot then says. */
  readonly flush: () => Promise<boolean>;
}

/** Confirm & post: exactly the text that is shown, after the draft is safe. */
export function usePosting({ sessionId, kind, text, check, flush }: PostingOptions) {
  const client = useQueryClient();
  const [state, setState] = useState<PostingState>({ phase: 'idle' });

  // While the technician puts the text right, what blocks it is what the newest check says.
  useEffect(() => {
    setState((last) => {
      if (last.phase !== 'blocked') return last;
      const findings = blocking(check.findings);
      return findings.length === 0 ? { phase: 'idle' } : { phase: 'blocked', findings };
    });
  }, [check]);

  async function post(overrideReason: string | undefined) {
    if (state.phase === 'posting') return;
    setState({ phase: 'posting' });
    if (!(await flush())) {
      setState({
        phase: 'failed',
        error: 'The draft could not be saved, so nothing was posted. The text is still here.',
      });
      return;
    }
    markPosting(sessionId);
    try {
      await invoke('posting.post', {
        session_id: sessionId,
        kind,
        markdown: text,
        ...(overrideReason === undefined ? {} : { override_reason: overrideReason }),
      });
      setState({ phase: 'idle' });
      void client.invalidateQueries({ queryKey: keys.session(sessionId) });
      void client.invalidateQueries({ queryKey: keys.sessions });
    } catch (error) {
      unmarkPosting(sessionId);
      await explain(error);
    }
  }

  async function explain(error: unknown) {
    if (error instanceof AppError && error.code === 'DRAFT_BLOCKED') {
      const findings = await blockingFindings();
      setState(findings.length > 0 ? { phase: 'blocked', findings } : { phase: 'failed', error });
      return;
    }
    if (error instanceof AppError && error.code === 'CONFLICT') {
      // The session closed under this sheet; the sheet goes as soon as the window hears of it.
      toastError(error);
      void client.invalidateQueries({ queryKey: keys.session(sessionId) });
    }
    setState({ phase: 'failed', error });
  }

  async function blockingFindings(): Promise<readonly Finding[]> {
    try {
      const { findings } = await invoke('notes.check', {
        session_id: sessionId,
        kind,
        markdown: text,
      });
      return blocking(findings);
    } catch {
      return [];
    }
  }

  return {
    state,
    confirm: () => {
      // Where the check is of an older text, the main process decides.
      const found = check.text === text ? blocking(check.findings) : [];
      if (found.length > 0) setState({ phase: 'blocked', findings: found });
      else void post(undefined);
    },
    postAnyway: (reason: string) => void post(reason),
    dismiss: () => setState({ phase: 'idle' }),
  };
}

function blocking(findings: readonly Finding[]): readonly Finding[] {
  return findings.filter(({ level }) => level === 'block');
}
