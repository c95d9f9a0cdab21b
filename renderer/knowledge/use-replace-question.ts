import { useState } from 'react';
import type { SuggestedFix } from '../../shared/domain/suggested-fix.ts';

/** A fix that is to replace the active one. */
export interface NewFix {
  readonly title: string;
  readonly description: string;
  readonly confidence: number;
}

/**
 * Asks first where a new fix would replace one that was applied and has no result yet: nobody would
 * learn any more whether that worked. `question` is for a {@link ResultDialog}.
 */
export function useReplaceQuestion(
  active: SuggestedFix | undefined,
  carryOut: (fix: NewFix) => void,
) {
  const [wish, setWish] = useState<NewFix | null>(null);
  const unjudged = active?.outcome === 'applied' ? active : undefined;
  const goOn = () => {
    setWish(null);
    if (wish !== null) carryOut(wish);
  };
  return {
    replace: (fix: NewFix) => (unjudged === undefined ? carryOut(fix) : setWish(fix)),
    question: {
      fix: unjudged,
      open: wish !== null,
      // One that failed is out of the way; any other result is worth a second look at the new fix.
      onSaid: ({ outcome }: SuggestedFix) => (outcome === 'failed' ? goOn() : setWish(null)),
      onWithout: goOn,
      onClose: () => setWish(null),
    },
  };
}
