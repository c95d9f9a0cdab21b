import { RefreshCw } from 'lucide-react';
import type { AiFailure } from '../../shared/domain/note.ts';
import { Button } from '../ui/button.tsx';
import { wayAfterFailure } from './ai-words.ts';
import { FailureActions } from './failure-actions.tsx';
import { Strip } from './strip.tsx';

interface NewNoteBarProps {
  /** The new note is of newer facts; else it is another one from the same facts. */
  readonly factsChanged: boolean;
  /** Why the new note is the local drafter's, where it stands in for the AI's on the screen. */
  readonly failure: AiFailure | null;
  readonly edited: boolean;
  readonly comparing: boolean;
  readonly onKeep: () => void;
  readonly onCompare: () => void;
  /** Puts the new note in place of the text. */
  readonly onTake: () => void;
  /** Makes the note anew. */
  readonly onRegenerate: () => void;
}

/** Says that there is a newer generated note, and leaves the text where it is. */
export function NewNoteBar(props: NewNoteBarProps) {
  const { factsChanged, failure, edited, comparing, onTake, onRegenerate } = props;
  return (
    <Strip
      icon={RefreshCw}
      tone="news"
      actions={
        <>
          <Button size="sm" variant="ghost" onClick={props.onKeep}>
            {edited ? 'Keep mine' : 'Keep this'}
          </Button>
          {!comparing && (
            <Button size="sm" onClick={props.onCompare}>
              Compare
            </Button>
          )}
          {failure !== null ? (
            <>
              <Button size="sm" onClick={onTake}>
                Use the local draft
              </Button>
              <FailureActions way={wayAfterFailure(failure)} onRetry={onRegenerate} />
            </>
          ) : factsChanged ? (
            <Button size="sm" onClick={onRegenerate}>
              Regenerate
            </Button>
          ) : (
            <Button size="sm" onClick={onTake}>
              Take the new note
            </Button>
          )}
        </>
      }
    >
      <strong>
        {factsChanged ? 'The facts changed since this draft.' : 'There is a new note.'}
      </strong>{' '}
      {failure === null
        ? 'Your text is untouched.'
        : `${failure.message} This text is untouched; the new draft is a local one.`}
    </Strip>
  );
}
