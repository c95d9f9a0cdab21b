import type { MouseEvent } from 'react';
import { useViewState } from '../view-state.ts';

/**
 * Ties a thing to the lines of the note that rest on it: it lights up with them, and they with it
 * while the pointer or the focus is on it. Without a note on the screen nothing lights up.
 */
export function useHighlight(evidenceId: string) {
  const lit = useViewState(
    (state) => state.previewKind !== null && state.highlight.includes(evidenceId),
  );
  const isMine = () => {
    const { highlight } = useViewState.getState();
    return highlight.length === 1 && highlight[0] === evidenceId;
  };
  const on = () => {
    if (!isMine()) useViewState.getState().setHighlight([evidenceId]);
  };
  const off = () => {
    if (isMine()) useViewState.getState().setHighlight([]);
  };
  // A pointer at rest under which the column scrolls points at nothing.
  const moved = ({ movementX, movementY }: MouseEvent) => {
    if (movementX !== 0 || movementY !== 0) on();
  };
  return { lit, handlers: { onMouseMove: moved, onMouseLeave: off, onFocus: on, onBlur: off } };
}
