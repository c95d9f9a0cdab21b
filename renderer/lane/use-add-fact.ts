import { useCallback } from 'react';
import type { SourceType } from '../../shared/domain/fact.ts';
import { LIMITS } from '../../shared/limits.ts';
import { invoke } from '../bridge/client.ts';
import { toast, toastError } from '../ui/toast.tsx';

/** A text in the lane that should become a fact, and where it stands. */
export interface FactSource {
  readonly text: string;
  readonly sourceType: SourceType;
  readonly messageId: number | null;
}

/** Adds a fact from the lane, and offers the way back at once. */
export function useAddFact(sessionId: number) {
  return useCallback(
    async ({ text, sourceType, messageId }: FactSource): Promise<void> => {
      if (text.length > LIMITS.fact) {
        toast({
          title: 'That is too long for one fact.',
          detail: 'Select the sentence that matters; a small bar then offers to add it.',
        });
        return;
      }
      try {
        const fact = await invoke('facts.add', {
          session_id: sessionId,
          text,
          source_type: sourceType,
          source_message_id: messageId,
        });
        toast({
          title: 'Added to what we know.',
          detail: fact.text,
          tone: 'ok',
          action: {
            label: 'Undo',
            onPress: () => {
              invoke('facts.remove', { fact_id: fact.id }).catch(toastError);
            },
          },
        });
      } catch (error) {
        toastError(error);
      }
    },
    [sessionId],
  );
}
