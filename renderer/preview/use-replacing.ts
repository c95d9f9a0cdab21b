import { useState } from 'react';
import type { Preview } from '../../shared/domain/note.ts';
import type { DraftText } from './draft-text.ts';
import type { Generation, OnFresh, Work } from './generation.ts';

/**
 * What the technician wants in place of the text: a note made `again`, the `local` drafter's, once
 * more what was stopped or failed (`retry`), or the generated note that is there (`shown`).
 */
export type Replacing = 'again' | 'local' | 'retry' | 'shown';

/**
 * Whether the technician is asked first: where it would take the place of words of their own. A note
 * that only follows the session leaves those alone, and so does a new attempt at it.
 */
export function asksFirst(how: Replacing, edited: boolean, work: Work): boolean {
  const onlyFollows = how === 'retry' && work.phase !== 'idle' && work.wish === 'follow';
  return edited && !onlyFollows;
}

interface ReplacingOptions {
  readonly draft: DraftText;
  readonly generation: Generation;
  readonly edited: boolean;
  /** The generated note that lies beside the text, if there is one. */
  readonly shown: Preview | undefined;
  /** It is the AI's, of the current facts: it need not be written twice. */
  readonly isNewest: boolean;
  readonly onTake: OnFresh;
}

/** Puts another note in place of the text, and asks first where that would end the technician's words. */
export function useReplacing(options: ReplacingOptions) {
  const { draft, generation, edited, shown, isNewest, onTake } = options;
  const [asking, setAsking] = useState<Replacing | null>(null);

  function carryOut(how: Replacing) {
    if (shown !== undefined && (how === 'shown' || (how === 'again' && isNewest))) {
      onTake(shown);
      return;
    }
    // What is written while the note is made is not what the technician gave up.
    const onFresh = draft.unlessWrittenOn(onTake);
    if (how === 'local') generation.local(onFresh);
    else if (how === 'retry') generation.retry(onFresh);
    else generation.again(onFresh);
  }

  return {
    isAsking: asking !== null,
    replace(how: Replacing) {
      if (asksFirst(how, edited, generation.state.work)) setAsking(how);
      else carryOut(how);
    },
    confirm() {
      setAsking(null);
      if (asking !== null) carryOut(asking);
    },
    keep: () => setAsking(null),
  };
}
