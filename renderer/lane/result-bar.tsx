import { CircleHelp, Hourglass } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { SuggestedFix } from '../../shared/domain/suggested-fix.ts';
import { ResultChoices } from '../knowledge/result-choices.tsx';
import { appliedAt, fixToJudge } from '../knowledge/result-rules.ts';
import { classesOf } from '../ui/class-names.ts';
import { fullTime, shortTime } from '../ui/time.ts';
import styles from './result-bar.module.css';

const css = classesOf(styles);

/**
 * Right above the text box: asks for the result of a fix that was applied, and says what a pending
 * one waits for. Nothing without such a fix.
 */
export function ResultBar({ fixes }: { readonly fixes: readonly SuggestedFix[] }) {
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
            Waiting for: {fix.outcome_note}
          </p>
        ) : (
          <p className={css('more')}>
            {at === null ? 'Applied' : <time title={fullTime(at)}>Applied {shortTime(at)}</time>} ·
            did it work?
          </p>
        )}
      </div>
      <ResultChoices fix={fix} slim onSaved={onSaid} />
    </div>
  );
}
