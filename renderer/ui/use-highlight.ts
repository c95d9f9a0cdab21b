import { useViewState } from '../view-state.ts';

/**
 * Ties a thing to the lines of the note that rest on it: it lights up with them, and they with it
 * while the pointer or the focus is on it. Without a note on the screen nothing lights up.
 */
export function useHighlight(evidenceId: string) {
  const lit = useViewState(
    (state) => state.previewKind !== null && state.highlight.includes(evidenceId),
  );
  const lines = useViewState((state) => state.usage[evidenceId] ?? 0);
  const previewed = useViewState((state) => state.previewKind !== null);
  const setHighlight = useViewState((state) => state.setHighlight);
  const on = () => setHighlight([evidenceId]);
  const off = () => setHighlight([]);
  return {
    lit,
    lines,
    previewed,
    handlers: { onMouseEnter: on, onMouseLeave: off, onFocus: on, onBlur: off },
  };
}
