import { type MouseEvent, useEffect, useRef } from 'react';
import type { ProposalKind } from '../../shared/domain/proposal.ts';

/** Marks a thing that waits for a decision, among others in one list. */
export function deciding(kind: ProposalKind) {
  return { 'data-deciding': kind };
}

/** What was decided, and which one of its kind in the list it was. */
interface Decided {
  readonly kind: string;
  readonly at: number;
}

/**
 * Keeps the keyboard going through a list of decisions: the button that was pressed goes with its
 * card, and the focus then moves to the next card of that kind, or to the list itself after the last.
 * It never moves to another kind: a second press on Enter must not confirm what nobody has read.
 * The list renders anew with each decision, since that is when the session is read again.
 */
export function useDecisionFocus<Element extends HTMLElement>() {
  const list = useRef<Element>(null);
  const decided = useRef<Decided | null>(null);

  useEffect(() => {
    if (decided.current === null || list.current === null) return;
    const focused = document.activeElement;
    if (focused !== document.body) {
      if (!list.current.contains(focused)) decided.current = null;
      return;
    }
    const { kind, at } = decided.current;
    const waiting = waitingIn(list.current, kind);
    const next = waiting[Math.min(at, waiting.length - 1)];
    (next?.querySelector<HTMLElement>('button') ?? list.current).focus();
  });

  const onClickCapture = ({ target }: MouseEvent) => {
    if (!(target instanceof window.Element) || list.current === null) return;
    const card = target.closest<HTMLElement>('[data-deciding]');
    const kind = card?.dataset.deciding ?? '';
    const at = card === null ? 0 : waitingIn(list.current, kind).indexOf(card);
    decided.current = { kind, at };
  };
  return { ref: list, tabIndex: -1, onClickCapture };
}

function waitingIn(list: HTMLElement, kind: string): readonly HTMLElement[] {
  return [...list.querySelectorAll<HTMLElement>(`[data-deciding="${kind}"]`)];
}
