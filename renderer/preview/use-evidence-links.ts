import { type RefObject, useEffect, useEffectEvent, useState } from 'react';
import { announce } from '../ui/announcer.tsx';
import { KNOWLEDGE_BESIDE_LANE } from '../ui/use-media-query.ts';
import { useViewState } from '../view-state.ts';
import type { Pointed } from './evidence-extension.ts';
import type { NoteEditorHandle } from './note-editor.tsx';
import { usageOf } from './sentence-evidence.ts';
import type { NoteCheckState } from './use-note-check.ts';

/** Ties the sentences of the note to what they rest on in the knowledge column, both ways. */
export function useEvidenceLinks(
  check: NoteCheckState,
  editor: RefObject<NoteEditorHandle | null>,
  showText: () => void,
) {
  const [pointed, setPointed] = useState<Pointed | undefined>();
  const { highlight, setHighlight, setUsage, jump } = useViewState();

  useEffect(() => setUsage(usageOf(check.evidence)), [check.evidence, setUsage]);
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
    pointed,
    lit: highlight,
    pointAt: (next: Pointed | undefined) => {
      setPointed(next);
      setHighlight([...new Set(next?.sources.flatMap(({ evidence_ids }) => evidence_ids))]);
    },
  };
}
