import { type RefObject, useEffect, useEffectEvent, useMemo, useState } from 'react';
import { announce } from '../ui/announcer.tsx';
import { KNOWLEDGE_BESIDE_LANE } from '../ui/use-media-query.ts';
import { useViewState } from '../view-state.ts';
import { type LineMark, lineMarks, usageOf } from './line-evidence.ts';
import type { NoteEditorHandle } from './note-editor.tsx';
import type { NoteCheckState } from './use-note-check.ts';

/** Ties the lines of the note to what they rest on in the knowledge column, both ways. */
export function useEvidenceLinks(
  check: NoteCheckState,
  editor: RefObject<NoteEditorHandle | null>,
  showText: () => void,
) {
  const [pointed, setPointed] = useState<LineMark | undefined>();
  const { highlight, setHighlight, setUsage, jump } = useViewState();
  const marks = useMemo(() => lineMarks(check.evidence, check.findings), [check]);

  useEffect(() => setUsage(usageOf(check.evidence)), [check, setUsage]);
  useEffect(
    () => () => {
      setUsage(null);
      setHighlight([]);
    },
    [setUsage, setHighlight],
  );

  const showLineOf = useEffectEvent((evidenceId: string) => {
    showText();
    // Where the column lay over the note and has made way, the note is what is worked on next.
    const focus = !window.matchMedia(KNOWLEDGE_BESIDE_LANE).matches;
    requestAnimationFrame(() => {
      const line = editor.current?.revealLineOf(evidenceId, focus);
      if (line !== undefined) announce(`Line ${line} of the note.`);
    });
  });
  useEffect(() => {
    if (jump !== null) showLineOf(jump.evidenceId);
  }, [jump]);

  return {
    marks,
    pointed,
    lit: highlight,
    pointAt: (mark: LineMark | undefined) => {
      setPointed(mark);
      setHighlight(mark?.evidenceIds ?? []);
    },
  };
}
