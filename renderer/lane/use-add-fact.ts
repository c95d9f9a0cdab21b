import { useCallback } from 'react';
import type { FactRole, SourceType } from '../../shared/domain/fact.ts';
import { LIMITS } from '../../shared/limits.ts';
import { invoke } from '../bridge/client.ts';
import { toast, toastError } from '../ui/toast.tsx';

/** A text in the lane that should become a fact, and where it is. */
export interface FactSource {
  readonly text: string;
  readonly sourceType: SourceType;
  /** Null takes the default of the source. */
  readonly role: FactRole | null;
  readonly messageId: number | null;
}

/** Adds a fact from the lane, and offers the way back at once. */
export function useAddFact(sessionId: number) {
  return useCallback(
    async ({ text, sourceType, role, messageId }: FactSource): Promise<void> => {
      if (text.length > LIMITS.fact) {
        toast({
          title: 'Too long for one fact.',
          detail: 'Select the sentence that matters, then add it from the bar.',
        });
        return;
      }
      try {
        const fact = await invoke('facts.add', {
          session_id: sessionId,
          text,
          source_type: sourceType,
          role,
          source_message_id: messageId,
        });
        toast({
          title: 'Fact added.',
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
