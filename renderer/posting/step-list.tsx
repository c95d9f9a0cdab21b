import { Check, LoaderCircle } from 'lucide-react';
import { Announced } from '../ui/announced.tsx';
import { classesOf } from '../ui/class-names.ts';
import { useSteps } from './progress.ts';
import styles from './step-list.module.css';

const css = classesOf(styles);

/** The steps of a posting as they are taken: those done, and the one under way. */
export function StepList({ sessionId }: { readonly sessionId: number }) {
  const steps = useSteps(sessionId);
  const current = steps.at(-1);
  return (
    <div className={css('progress')}>
      <ol className={css('steps')} aria-label="Steps of the posting">
        {steps.slice(0, -1).map(({ step, words }) => (
          <li key={step} className={css('step', 'done')}>
            <Check size={13} aria-hidden className={css('icon')} />
            {plain(words)}
          </li>
        ))}
        <li className={css('step')} aria-current="step">
          <LoaderCircle size={13} aria-hidden className={css('icon', 'turning')} />
          <Announced words={current?.words ?? 'Posting …'} />
        </li>
      </ol>
    </div>
  );
}

/** A step that is done goes without the dots that say it goes on. */
function plain(words: string): string {
  return words.replace(/\s*(…|\.\.\.)$/, '');
}
