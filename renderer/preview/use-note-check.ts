import { useEffect, useState } from 'react';
import type { NoteCheck, NoteKind, Preview } from '../../shared/domain/note.ts';
import { AppError } from '../../shared/errors.ts';
import { LIMITS } from '../../shared/limits.ts';
import { invoke } from '../bridge/client.ts';

const CHECK_AFTER_MS = 150;

/** What the checks last said, of which text, and whether they could say it. */
export interface NoteCheckState extends NoteCheck {
  readonly text: string;
  readonly error: unknown;
}

const NOTHING_FOUND: NoteCheck = { findings: [], evidence: [], left_out: [] };

/**
 * Checks the note as it is edited. A newer text stops the check of the older one, so an answer is
 * always of the text that is in the editor.
 */
export function useNoteCheck(
  sessionId: number,
  kind: NoteKind,
  text: string,
  preview: Preview | undefined,
): NoteCheckState {
  const [state, setState] = useState<NoteCheckState>(() => ({
    ...(preview?.markdown === text ? preview : NOTHING_FOUND),
    text,
    error: null,
  }));

  useEffect(() => {
    if (preview?.markdown === text) {
      const { findings, evidence, left_out } = preview;
      setState({ findings, evidence, left_out, text, error: null });
      return;
    }
    // The bridge would refuse it; the draft's status says why.
    if (text.length > LIMITS.note) return;
    const controller = new AbortController();
    const timer = setTimeout(() => {
      invoke(
        'notes.check',
        { session_id: sessionId, kind, markdown: text },
        { signal: controller.signal },
      ).then(
        (check) => {
          if (!controller.signal.aborted) setState({ ...check, text, error: null });
        },
        (error: unknown) => {
          if (controller.signal.aborted || isCancelled(error)) return;
          setState((last) => ({ ...last, error }));
        },
      );
    }, CHECK_AFTER_MS);
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  }, [sessionId, kind, text, preview]);

  return state;
}

function isCancelled(error: unknown): boolean {
  return error instanceof AppError && error.code === 'CANCELLED';
}
