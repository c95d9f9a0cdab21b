import { useState } from 'react';
import type { ScriptGeneration } from '../../../shared/domain/script.ts';
import type { ParameterProblem } from '../../../shared/domain/script-template.ts';
import { invoke } from '../../bridge/client.ts';
import { announce } from '../../ui/announcer.tsx';
import { toast, toastError } from '../../ui/toast.tsx';
import { copyScript, saveScript } from '../script-actions.ts';

/** What is done with the script once it is in the session. */
export type ThenDo = 'nothing' | 'copy' | 'save';

interface AddScriptOptions {
  readonly sessionId: number | null;
  readonly templateKey: string;
  readonly proposalId: number | null;
  /** The values do not make a script. */
  readonly onProblems: (problems: readonly ParameterProblem[]) => void;
  /** It is in the session. */
  readonly onAdded: () => void;
}

/** Puts a filled-in template into the session, once, and copies or saves it. */
export function useAddScript(options: AddScriptOptions) {
  const { sessionId, templateKey, proposalId, onProblems, onAdded } = options;
  const [busy, setBusy] = useState<ThenDo | null>(null);
  const [error, setError] = useState<unknown>(null);

  async function add(values: Readonly<Record<string, string>>, then: ThenDo): Promise<void> {
    if (busy !== null || sessionId === null) return;
    setBusy(then);
    setError(null);
    try {
      // Asked anew: what is shown may be a moment behind what was typed.
      const { problems } = await invoke('scripts.preview', { template_key: templateKey, values });
      if (problems.length > 0) return onProblems(problems);
      const script = await invoke('scripts.generate', {
        session_id: sessionId,
        template_key: templateKey,
        values,
        proposal_id: proposalId,
      });
      onAdded();
      await follow(script, then);
    } catch (failure) {
      setError(failure);
    } finally {
      setBusy(null);
    }
  }

  return { add, busy, error };
}

async function follow(script: ScriptGeneration, then: ThenDo): Promise<void> {
  if (then === 'nothing') announce(`${script.name} is in the session. It did not run yet.`);
  else if (then === 'copy') await copyScript(script, 'Added to the session and copied.');
  else if (!(await saveScript(script, 'Added to the session and saved.'))) {
    toast({
      title: 'Added to the session, not saved to a file.',
      action: { label: 'Undo', onPress: () => void discardQuietly(script) },
    });
  }
}

function discardQuietly({ id }: ScriptGeneration): Promise<unknown> {
  return invoke('scripts.discard', { generation_id: id }).catch((error: unknown) =>
    toastError(error),
  );
}
