import { useCallback } from 'react';
import type { Audience, Fact } from '../../shared/domain/fact.ts';
import type { KnownName } from '../../shared/domain/known-name.ts';
import { useCall } from '../bridge/queries.ts';
import { announce } from '../ui/announcer.tsx';
import { toast, toastError } from '../ui/toast.tsx';
import { AUDIENCE_WORDS } from '../ui/words.ts';
import { audienceResult, audienceStep, nameOf } from './fact-rules.ts';

/** Sets who may read facts: one by its eye, or many at once. */
export function useFactAudience(sessionId: number, names: readonly KnownName[]) {
  const onError = (error: unknown) => toastError(error);
  const update = useCall('facts.update', {
    onSuccess: () => announce('Customer wording removed.'),
    onError,
  });
  const set = useCall('facts.setAudience', {
    onSuccess: (facts) => {
      const [only] = facts;
      if (facts.length > 1) toast(audienceResult(facts, names));
      else if (only) announce(`${AUDIENCE_WORDS[only.chosen_audience ?? 'internal']}.`);
    },
    onError,
  });
  const { mutate: setAudience } = set;
  const { mutate: updateFact } = update;
  const setAll = useCallback(
    (facts: readonly Fact[], audience: Audience | null) =>
      setAudience({ session_id: sessionId, fact_ids: facts.map(({ id }) => id), audience }),
    [setAudience, sessionId],
  );
  const toggle = useCallback(
    (fact: Fact, onWord: () => void) => {
      const step = audienceStep(fact, names);
      switch (step.type) {
        case 'word':
          return onWord();
        case 'set':
          return setAll([fact], step.audience);
        case 'remove_wording':
          return toast({
            title: 'It has a customer wording.',
            detail: nameOf(fact.customer_wording ?? ''),
            action: {
              label: 'Remove wording',
              onPress: () => updateFact({ fact_id: fact.id, customer_wording: null }),
            },
          });
      }
    },
    [setAll, updateFact, names],
  );
  return {
    /** Null goes back to the default. */
    setAll,
    /** Switches one fact; calls `onWord` where it takes a customer wording. */
    toggle,
  };
}
