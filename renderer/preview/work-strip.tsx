import { CirclePause, CloudOff, LoaderCircle, Square } from 'lucide-react';
import { Announced } from '../ui/announced.tsx';
import { Button } from '../ui/button.tsx';
import { classesOf } from '../ui/class-names.ts';
import { describeError } from '../ui/errors.ts';
import { spanWords } from '../ui/time.ts';
import { useNow } from '../ui/use-now.ts';
import { STEP_WORDS, wayAfter } from './ai-words.ts';
import { isUnderWay, type NoteProgress, type Work } from './generation.ts';
import { FailureActions, Strip } from './strip.tsx';
import styles from './strips.module.css';

const css = classesOf(styles);

interface WorkStripProps {
  readonly work: Work;
  /** There is a text below, which stays as it is until a new one is complete. */
  readonly hasText: boolean;
  readonly onStop: () => void;
  readonly onRetry: () => void;
  readonly onUseLocal: () => void;
  readonly onDismiss: () => void;
}

/** How far the AI is with a note, or why it is not: always with the way on. */
export function WorkStrip(props: WorkStripProps) {
  const { work, hasText, onStop, onRetry, onUseLocal, onDismiss } = props;
  switch (work.phase) {
    case 'idle':
      return null;
    case 'running':
      return (
        isUnderWay(work) && (
          <WritingStrip progress={work.progress} onStop={onStop} onUseLocal={onUseLocal} />
        )
      );
    case 'stopped':
      return (
        <Strip
          icon={CirclePause}
          tone="quiet"
          actions={
            <>
              {hasText && <Dismiss onDismiss={onDismiss} />}
              <Button size="sm" onClick={onUseLocal}>
                Use the local draft
              </Button>
              <Button size="sm" onClick={onRetry}>
                Try again
              </Button>
            </>
          }
        >
          <Announced words={hasText ? 'Stopped. Your text is unchanged.' : 'Stopped.'} />
        </Strip>
      );
    case 'failed':
      return (
        <Strip
          icon={CloudOff}
          tone="trouble"
          role="alert"
          actions={
            <>
              {hasText && <Dismiss onDismiss={onDismiss} />}
              <Button size="sm" onClick={onUseLocal}>
                Use the local draft
              </Button>
              <FailureActions way={wayAfter(work.error)} onRetry={onRetry} />
            </>
          }
        >
          <strong>No new draft.</strong> {describeError(work.error)}
          {hasText && ' Your text is unchanged.'}
        </Strip>
      );
  }
}

interface WritingStripProps {
  readonly progress: NoteProgress | undefined;
  readonly onStop: () => void;
  readonly onUseLocal: () => void;
}

function WritingStrip({ progress, onStop, onUseLocal }: WritingStripProps) {
  return (
    <Strip
      icon={LoaderCircle}
      tone="quiet"
      turning
      actions={
        <>
          {progress?.step === 'waiting' && (
            <Button size="sm" onClick={onUseLocal}>
              Use the local draft
            </Button>
          )}
          <Button size="sm" icon={Square} onClick={onStop}>
            Stop
          </Button>
        </>
      }
    >
      <Announced words={progress ? STEP_WORDS[progress.step] : 'Writing the note'} />
      {progress && <Count progress={progress} />}
    </Strip>
  );
}

/** Only the step is spoken; the seconds and the tokens run for the eye. */
function Count({ progress }: { readonly progress: NoteProgress }) {
  const now = useNow();
  const tokens = progress.output_tokens;
  return (
    <span className={css('count')}>
      {' '}
      · {spanWords(now - progress.started_at)}
      {tokens > 0 && ` · ${tokens.toLocaleString('en')} tokens`}
    </span>
  );
}

function Dismiss({ onDismiss }: { readonly onDismiss: () => void }) {
  return (
    <Button size="sm" variant="ghost" onClick={onDismiss}>
      Keep this text
    </Button>
  );
}
