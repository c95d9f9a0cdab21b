import { useState } from 'react';
import type { SessionSnapshot } from '../../shared/domain/snapshot.ts';
import type { SuggestedFix } from '../../shared/domain/suggested-fix.ts';
import { keys, queryClient, useCall } from '../bridge/queries.ts';
import { useReplaceQuestion } from '../knowledge/use-replace-question.ts';
import { announce } from '../ui/announcer.tsx';
import { toastError } from '../ui/toast.tsx';
import { fixAtStake, fixToBring } from './bring-over.ts';

/**
 * Brings a fix over, and asks first where it would take the place of one that somebody chose here:
 * for its result where it was applied, else whether it may go.
 */
export function useBringFix(snapshot: SessionSnapshot, fix: SuggestedFix) {
  const [asking, setAsking] = useState(false);
  const atStake = fixAtStake(snapshot);
  const suggest = useCall('fixes.suggest', {
    onSuccess: async () => {
      announce('Fix suggested.');
      await queryClient.invalidateQueries({ queryKey: keys.snapshot(snapshot.session.id) });
    },
    onError: (error) => toastError(error),
  });
  const { replace, question } = useReplaceQuestion(atStake, () => {
    setAsking(false);
    suggest.mutate(fixToBring(snapshot.session.id, fix));
  });
  return {
    busy: suggest.isPending,
    bring: () =>
      atStake === undefined || atStake.outcome === 'applied' ? replace(fix) : setAsking(true),
    question,
    replacing: {
      open: asking,
      onOpenChange: setAsking,
      title: atStake?.title ?? '',
      onConfirm: () => replace(fix),
    },
  };
}
