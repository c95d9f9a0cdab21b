import { useEffect, useState } from 'react';
import type { CallInput } from '../../shared/contract/index.ts';
import type { Finding, NoteKind } from '../../shared/domain/note.ts';
import { AppError } from '../../shared/errors.ts';
import { invoke } from '../bridge/client.ts';
import { forgetRun, isOfTheSheet, runPosting, usePostingRun } from '../posting/posting-runs.ts';
import { tellWarnings } from '../posting/tell-outcome.ts';
import { toast } from '../ui/toast.tsx';
import type { NoteCheckState } from './use-note-check.ts';

/** Where the posting stands. */
export type PostingState =
  | { readonly phase: 'idle' }
  | { readonly phase: 'posting' }
  | { readonly phase: 'blocked'; readonly findings: readonly Finding[] }
  | { readonly phase: 'failed'; readonly error: unknown };

/** Where the note goes and what becomes of the ticket, as the screen shows it. */
export type PostingPromise = Pick<CallInput<'posting.post'>, 'destination' | 'shown'>;

interface PostingOptions {
  readonly sessionId: number;
  readonly kind: NoteKind;
  readonly text: string;
  readonly check: NoteCheckState;
  /** Saves the draft; false where that failed, which the foot then says. */
  readonly flush: () => Promise<boolean>;
  /** What the button says: where it has become otherwise meanwhile, nothing is done. */
  readonly promise: PostingPromise;
}

/** What was to be done with a note that the checks stopped. */
type Way = 'post' | 'queue';

/** Confirm & post: exactly the text that is shown, after the draft is safe. */
export function usePosting({ sessionId, kind, text, check, flush, promise }: PostingOptions) {
  const run = usePostingRun(sessionId);
  const [blocked, setBlocked] = useState<{ findings: readonly Finding[]; way: Way } | null>(null);

  // While the technician puts the text right, what blocks it is what the newest check says.
  useEffect(() => {
    setBlocked((last) => {
      if (last === null) return null;
      const findings = blocking(check.findings);
      return findings.length === 0 ? null : { ...last, findings };
    });
  }, [check]);

  async function send(way: Way, overrideReason?: string) {
    setBlocked(null);
    const note = {
      session_id: sessionId,
      kind,
      markdown: text,
      ...promise,
      ...(overrideReason === undefined ? {} : { override_reason: overrideReason }),
    };
    await runPosting<unknown>({
      sessionId,
      kind,
      name: way,
      closes: (answer) => way === 'post' && answer !== null,
      call: async () => {
        if (!(await flush())) throw new AppError('STORE_UNAVAILABLE', NOT_SAVED);
        try {
          if (way === 'post') {
            const posted = await invoke('posting.post', note);
            tellWarnings(posted.warnings, posted.write_back.ticket_ref);
            return posted;
          }
          const item = await invoke('posting.queue', note);
          toast({
            title: 'Queued.',
            detail: `It is sent to ${item.ticket_ref} later.`,
            tone: 'ok',
          });
          return item;
        } catch (error) {
          const findings = isBlocked(error) ? await blockingFindings() : [];
          if (findings.length === 0) throw error;
          setBlocked({ findings, way });
          return null;
        }
      },
    });
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

  function sendUnlessBlocked(way: Way) {
    // Where the check is of an older text, the main process decides.
    const findings = check.text === text ? blocking(check.findings) : [];
    if (findings.length > 0) setBlocked({ findings, way });
    else void send(way);
  }

  return {
    state: stateOf(run?.kind === kind && isOfTheSheet(run) ? run : undefined, blocked),
    confirm: () => sendUnlessBlocked('post'),
    queue: () => sendUnlessBlocked('queue'),
    postAnyway: (reason: string) => void send(blocked?.way ?? 'post', reason),
    dismiss: () => {
      setBlocked(null);
      forgetRun(sessionId);
    },
  };
}

const NOT_SAVED = 'The draft could not be saved, so nothing was posted. The text is still here.';

function stateOf(
  run: ReturnType<typeof usePostingRun>,
  blocked: { readonly findings: readonly Finding[] } | null,
): PostingState {
  if (run?.phase === 'running') return { phase: 'posting' };
  if (blocked !== null) return { phase: 'blocked', findings: blocked.findings };
  return run === undefined ? { phase: 'idle' } : { phase: 'failed', error: run.error };
}

function isBlocked(error: unknown): boolean {
  return error instanceof AppError && error.code === 'DRAFT_BLOCKED';
}

function blocking(findings: readonly Finding[]): readonly Finding[] {
  return findings.filter(({ level }) => level === 'block');
}
