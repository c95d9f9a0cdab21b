import { Pencil } from 'lucide-react';
import { useState } from 'react';
import type { SuggestedFix } from '../../shared/domain/suggested-fix.ts';
import { FromSession } from '../similar/from-session.tsx';
import { Card } from '../ui/card.tsx';
import { classesOf } from '../ui/class-names.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { LongText } from '../ui/long-text.tsx';
import { useHighlight } from '../ui/use-highlight.ts';
import { useReturnFocus } from '../ui/use-return-focus.ts';
import { UsedInLines } from '../ui/used-in-lines.tsx';
import { ConfidenceBar } from './confidence.tsx';
import { EditFix } from './edit-fix.tsx';
import styles from './fix-card.module.css';
import { FixResult } from './fix-result.tsx';
import { FixResultChip } from './fix-result-chip.tsx';

const css = classesOf(styles);

/** The active fix: what to try, how sure, its result, and what can be said of it next. */
export function FixCard({ fix, open }: { readonly fix: SuggestedFix; readonly open: boolean }) {
  const [editing, setEditing] = useState(false);
  const editor = useReturnFocus<HTMLButtonElement>(editing);
  const { lit, handlers } = useHighlight(`fix:${fix.id}`);
  if (editing) return <EditFix fix={fix} onDone={() => setEditing(false)} />;
  return (
    <Card lit={lit} {...handlers}>
      <div className={css('stack')}>
        <header className={css('head')}>
          <h3 className={css('title')}>{fix.title}</h3>
          {open && (
            <IconButton
              ref={editor}
              size="sm"
              icon={Pencil}
              label="Edit fix"
              onClick={() => setEditing(true)}
            />
          )}
        </header>
        <ConfidenceBar value={fix.confidence} />
        {fix.description && <LongText text={fix.description} className={css('description')} />}
        {fix.from_session_id !== null && <FromSession sessionId={fix.from_session_id} />}
        {fix.outcome !== 'proposed' && <FixResultChip fix={fix} />}
        <UsedInLines evidenceId={`fix:${fix.id}`} />
        {open && <FixResult fix={fix} />}
      </div>
    </Card>
  );
}
