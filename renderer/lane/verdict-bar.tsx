import { CircleHelp, Hourglass } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { SuggestedFix } from '../../shared/domain/suggested-fix.ts';
import { VerdictChoices } from '../knowledge/verdict-choices.tsx';
import { appliedAt, fixToJudge } from '../knowledge/verdict-rules.ts';
import { classesOf } from '../ui/class-names.ts';
import { fullTime, shortTime } from '../ui/time.ts';
import styles from './verdict-bar.module.css';

const css = classesOf(styles);

/**
 * Right above the text box: asks after a fix that was applied until there is a verdict, and says on
 * what a verdict waits. Nothing without such a fix.
 */
export function VerdictBar({ fixes }: { readonly fixes: readonly SuggestedFix[] }) {
  const fix = fixToJudge(fixes);
  const place = useRef<HTMLDivElement>(null);
  const [judged, setJudged] = useState(0);
  useEffect(() => {
    // The button that was pressed is gone: one goes on writing.
    if (judged === 0 || document.activeElement !== document.body) return;
    place.current?.parentElement?.querySelector<HTMLElement>('textarea')?.focus();
  }, [judged]);
  return (
    <div ref={place}>
      {fix && <Bar key={fix.id} fix={fix} onSaid={() => setJudged((count) => count + 1)} />}
    </div>
  );
}

interface BarProps {
  readonly fix: SuggestedFix;
  readonly onSaid: () => void;
}

function Bar({ fix, onSaid }: BarProps) {
  const pending = fix.outcome === 'pending';
  const Icon = pending ? Hourglass : CircleHelp;
  const at = appliedAt(fix);
  return (
    <div className={css('bar', pending && 'pending')}>
      <Icon size={15} aria-hidden className={css('icon')} />
      <div className={css('words')}>
        <p className={css('title')} title={fix.title}>
          {fix.title}
        </p>
        {pending ? (
          <p className={css('more')} title={fix.outcome_note ?? ''}>
            Waiting on: {fix.outcome_note}
          </p>
        ) : (
          <p className={css('more')}>
            {at === null ? 'Applied' : <time title={fullTime(at)}>Applied {shortTime(at)}</time>} ·
            did it work?
          </p>
        )}
      </div>
      <VerdictChoices fix={fix} slim onSaid={onSaid} />
    </div>
  );
}
