import { ArrowUpFromLine, Eye } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { NoteKind } from '../../shared/domain/note.ts';
import type { SessionSnapshot } from '../../shared/domain/snapshot.ts';
import { Button } from '../ui/button.tsx';
import { classesOf } from '../ui/class-names.ts';
import { keysOf } from '../ui/shortcuts.ts';
import { Tooltip } from '../ui/tooltip.tsx';
import { LOW_WINDOW, useMediaQuery } from '../ui/use-media-query.ts';
import { useViewState } from '../view-state.ts';
import styles from './bottom-slot.module.css';
import { Composer } from './composer.tsx';
import { ResultBar } from './result-bar.tsx';
import { AiUsage } from './usage/ai-usage.tsx';

const css = classesOf(styles);

interface BottomSlotProps {
  readonly snapshot: SessionSnapshot;
  /** A note is on its way: no other one is written until that is settled. */
  readonly posting: boolean;
}

/** Under the conversation: the two previews, a fix that waits for its result, and the text box. */
export function BottomSlot({ snapshot, posting }: BottomSlotProps) {
  const { previewKind, togglePreview } = useViewState();
  const toggles = useFocusReturned(previewKind);
  const isLow = useMediaQuery(LOW_WINDOW);
  // A note needs the room, and asks for the result itself before it is posted.
  const asksResult = !posting && !(isLow && previewKind !== null);
  return (
    <div className={css('slot')}>
      <div ref={toggles} className={css('row')}>
        <Tooltip label="For the customer" keys={keysOf('preview-resolve')} side="top">
          <Button
            icon={Eye}
            pressed={!posting && previewKind === 'resolve'}
            disabled={posting}
            onClick={() => togglePreview('resolve')}
          >
            Preview Resolve note
          </Button>
        </Tooltip>
        <Tooltip label="For the next engineer" keys={keysOf('preview-escalate')} side="top">
          <Button
            icon={ArrowUpFromLine}
            pressed={!posting && previewKind === 'escalate'}
            disabled={posting}
            onClick={() => togglePreview('escalate')}
          >
            Escalate instead
          </Button>
        </Tooltip>
      </div>
      {asksResult && <ResultBar fixes={snapshot.fixes} />}
      <Composer snapshot={snapshot} aside={<AiUsage sessionId={snapshot.session.id} />} />
    </div>
  );
}

/** Whoever closes the preview from within it goes on at the toggle that opened it. */
function useFocusReturned(previewKind: NoteKind | null) {
  const row = useRef<HTMLDivElement>(null);
  const last = useRef(previewKind);
  useEffect(() => {
    const closed = previewKind === null ? last.current : null;
    last.current = previewKind;
    if (closed === null || document.activeElement !== document.body) return;
    const [resolve, escalate] = row.current?.querySelectorAll<HTMLElement>('[aria-pressed]') ?? [];
    (closed === 'resolve' ? resolve : escalate)?.focus();
  }, [previewKind]);
  return row;
}
