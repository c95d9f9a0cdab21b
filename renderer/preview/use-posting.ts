import { useEffect, useRef, useState } from 'react';
import type { CallInput } from '../../shared/contract/index.ts';
import type { Finding, NoteKind } from '../../shared/domain/note.ts';
import type { SuggestedFix } from '../../shared/domain/suggested-fix.ts';
import { AppError } from '../../shared/errors.ts';
import { invoke } from '../bridge/client.ts';
import { fixWithoutResult } from '../knowledge/result-rules.ts';
import { forgetRun, isOfTheSheet, runPosting, usePostingRun } from '../posting/posting-runs.ts';
import { tellWarnings } from '../posting/tell-outcome.ts';
import { toast } from '../ui/toast.tsx';
import { isSavingFields } from './saved-field.tsx';
import type { NoteCheckState } from './use-note-check.ts';

/** How far the posting is. */
export type PostingState =
  | { readonly phase: 'idle' }
  | { readonly phase: 'posting' }
  | ({ readonly phase: 'blocked' } & Blocked)
  | { readonly phase: 'failed'; readonly error: unknown };

/** Where the note goes and what becomes of the ticket, as the screen shows it. */
export type PostingPromise = Pick<CallInput<'posting.post'>, 'destination' | 'shown'>;

interface Blocked {
  readonly findings: readonly Finding[];
  /** Which press was stopped; a new one moves the focus again. */
  readonly press: number;
}

interface PostingOptions {
  readonly sessionId: number;
  readonly kind: NoteKind;
  readonly text: string;
  readonly fixes: readonly SuggestedFix[];
  readonly check: NoteCheckState;
  /** Saves the draft; false where that failed, which the foot then says. */
  readonly flush: () => Promise<boolean>;
  /** What the button says. If that has changed on the other side, nothing is done. */
  readonly promise: PostingPromise;
}

/** What the technician pressed. */
type Way = 'post' | 'queue';

/** The question about a fix without a result, and what goes on without an answer. */
interface Asking {
  readonly fixId: number;
  readonly way: Way;
  /** Given for what blocks the note. */
  readonly overrideReason: string | undefined;
}

/**
 * Confirm & post: exactly the text that is shown, after the draft is safe. What blocks the note is
 * named before anything else is asked. Then a fix without a result is asked about: an answer changes
 * the note, so nothing is posted with it. Whoever goes on without one is not asked again.
 */
export function usePosting(options: PostingOptions) {
  const { sessionId, kind, text, fixes, check, flush, promise } = options;
  const run = usePostingRun(sessionId);
  const presses = useRef(0);
  const [blocked, setBlocked] = useState<(Blocked & { readonly way: Way }) | null>(null);
  const fix = fixWithoutResult(fixes);
  const waived = useRef<number>(undefined);
  const mustAsk = fix !== undefined && waived.current !== fix.id;
  const [asking, setAsking] = useState<Asking | null>(null);

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
            detail: `Sends to ${item.ticket_ref} when you’re back online.`,
            tone: 'ok',
          });
          return item;
        } catch (error) {
          const findings = isBlocked(error) ? await blockingFindings() : [];
          if (findings.length === 0) throw error;
          stop(findings, way);
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

  function stop(findings: readonly Finding[], way: Way) {
    presses.current += 1;
    setBlocked({ findings, press: presses.current, way });
  }

  function press(way: Way) {
    if (isSavingFields()) {
      toast(UPDATED);
      return;
    }
    const goOn = (findings: readonly Finding[]) =>
      findings.length > 0 ? stop(findings, way) : askOrSend(way);
    if (check.text === text) goOn(blocking(check.findings));
    // The check is of an older text. Without a question the main process decides.
    else if (mustAsk) void blockingFindings().then(goOn);
    else void send(way);
  }

  function askOrSend(way: Way, overrideReason?: string) {
    if (mustAsk) setAsking({ fixId: fix.id, way, overrideReason });
    else void send(way, overrideReason);
  }

  return {
    state: stateOf(run?.kind === kind && isOfTheSheet(run) ? run : undefined, blocked),
    confirm: () => press('post'),
    queue: () => press('queue'),
    postAnyway: (reason: string) => askOrSend(blocked?.way ?? 'post', reason),
    dismiss: () => {
      setBlocked(null);
      forgetRun(sessionId);
    },
    question: {
      fix,
      open: asking !== null && asking.fixId === fix?.id,
      onSaid: () => {
        setAsking(null);
        toast(UPDATED);
      },
      onWithout: () => {
        if (asking === null) return;
        waived.current = asking.fixId;
        setAsking(null);
        // What goes out is the text that is shown now.
        void send(asking.way, asking.overrideReason);
      },
      onClose: () => setAsking(null),
    },
  };
}

const UPDATED = { title: 'Saved. The note was updated.', detail: 'Review it, then post.' };

const NOT_SAVED = 'Not posted: the draft couldn’t be saved. Your text is still here.';

function stateOf(run: ReturnType<typeof usePostingRun>, blocked: Blocked | null): PostingState {
  if (run?.phase === 'running') return { phase: 'posting' };
  if (blocked !== null) return { phase: 'blocked', ...blocked };
  return run === undefined ? { phase: 'idle' } : { phase: 'failed', error: run.error };
}

function isBlocked(error: unknown): boolean {
  return error instanceof AppError && error.code === 'DRAFT_BLOCKED';
}

function blocking(findings: readonly Finding[]): readonly Finding[] {
  return findings.filter(({ level }) => level === 'block');
}
