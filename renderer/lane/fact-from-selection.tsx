import { type RefObject, useEffect, useRef, useState } from 'react';
import { canBeName, MarkName } from '../knowledge/mark-name.tsx';
import { classesOf } from '../ui/class-names.ts';
import styles from './fact-from-selection.module.css';
import { FACT_KINDS } from './fact-sources.ts';
import type { FactSource } from './use-add-fact.ts';

const css = classesOf(styles);

interface Selected {
  readonly text: string;
  readonly messageId: number;
  readonly top: number;
  readonly left: number;
}

interface FactFromSelectionProps {
  readonly sessionId: number;
  readonly within: RefObject<HTMLElement | null>;
  readonly onAddFact: (source: FactSource) => void;
}

/** The small bar over a selection in one message that makes it a fact or marks it as a name. */
export function FactFromSelection({ sessionId, within, onAddFact }: FactFromSelectionProps) {
  const [selected, setSelected] = useState<Selected>();
  const bar = useRef<HTMLDivElement>(null);

  useEffect(() => {
    const element = within.current;
    if (element === null) return;
    const show = () => setSelected(readSelection(element));
    const hide = () => setSelected(undefined);
    const onSelectionChange = () => {
      if (document.getSelection()?.isCollapsed !== false) hide();
    };
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape') hide();
      else if (event.shiftKey || event.key === 'Shift') show();
    };
    // A press elsewhere has another purpose. The selection is final only after the pointer's event.
    const onPointerUp = ({ target }: PointerEvent) => {
      if (!(target instanceof Node) || bar.current?.contains(target)) return;
      if (element.contains(target)) requestAnimationFrame(show);
      else hide();
    };
    document.addEventListener('pointerup', onPointerUp);
    document.addEventListener('keyup', onKey);
    document.addEventListener('selectionchange', onSelectionChange);
    element.addEventListener('scroll', hide, { passive: true });
    return () => {
      document.removeEventListener('pointerup', onPointerUp);
      document.removeEventListener('keyup', onKey);
      document.removeEventListener('selectionchange', onSelectionChange);
      element.removeEventListener('scroll', hide);
    };
  }, [within]);

  if (selected === undefined) return null;
  const leave = () => {
    document.getSelection()?.removeAllRanges();
    setSelected(undefined);
  };
  return (
    <div
      role="toolbar"
      aria-label="Selected text"
      className={css('bar')}
      ref={(element) => {
        bar.current = element;
        placeWithin(element, selected.left);
      }}
      style={{ top: selected.top }}
      // A press here must not take the selection away that it is about.
      onMouseDown={(event) => event.preventDefault()}
    >
      <span className={css('label')}>Add as fact:</span>
      {FACT_KINDS.map(({ sourceType, role, label }) => (
        <button
          key={label}
          type="button"
          className={css('source')}
          onClick={() => {
            onAddFact({ text: selected.text, sourceType, role, messageId: selected.messageId });
            leave();
          }}
        >
          {label}
        </button>
      ))}
      {canBeName(selected.text) && (
        <MarkName sessionId={sessionId} selected={selected.text} onMarked={leave} />
      )}
    </div>
  );
}

const BAR_HEIGHT = 40;
const MARGIN = 8;

/** Puts the bar at `left`, or as far left as its width needs to stay inside the lane. */
function placeWithin(bar: HTMLElement | null, left: number): void {
  if (bar === null) return;
  const room = (bar.offsetParent?.clientWidth ?? 0) - bar.offsetWidth - MARGIN;
  bar.style.left = `${Math.max(MARGIN, Math.min(left, room))}px`;
}

/** The selection, where it lies in the body of one message; undefined otherwise. */
function readSelection(element: HTMLElement): Selected | undefined {
  const selection = document.getSelection();
  const text = selection?.toString().trim() ?? '';
  if (selection === null || selection.rangeCount === 0 || text === '') return undefined;
  const range = selection.getRangeAt(0);
  const common = range.commonAncestorContainer;
  const inside = common instanceof Element ? common : common.parentElement;
  const body = inside?.closest<HTMLElement>('[data-message-body]');
  if (!body || !element.contains(body)) return undefined;

  const box = range.getBoundingClientRect();
  const frame = element.getBoundingClientRect();
  const above = box.top - frame.top - BAR_HEIGHT;
  return {
    text,
    messageId: Number(body.getAttribute('data-message-body')),
    top: above > 0 ? above : Math.min(box.bottom - frame.top + 6, frame.height - BAR_HEIGHT),
    left: box.left - frame.left,
  };
}
