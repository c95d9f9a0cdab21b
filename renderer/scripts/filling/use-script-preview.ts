import { useEffect, useState } from 'react';
import type { CallOutput } from '../../../shared/contract/index.ts';
import type { ParameterValues } from '../../../shared/domain/script-template.ts';
import { invoke } from '../../bridge/client.ts';

/** Milliseconds without a change before the script is made anew. */
const SETTLED_AFTER = 160;

type ScriptPreview = CallOutput<'scripts.preview'>;

/**
 * The script as the values make it, a moment after the last change. Not a query: a query's key would
 * keep each password that was typed.
 */
export function useScriptPreview(templateKey: string, values: ParameterValues) {
  const [preview, setPreview] = useState<ScriptPreview>();
  const [error, setError] = useState<unknown>(null);
  // The values are a new object at each turn; what they say is what counts.
  const said = JSON.stringify(values);

  useEffect(() => {
    let current = true;
    const ask = () =>
      invoke('scripts.preview', {
        template_key: templateKey,
        values: JSON.parse(said) as ParameterValues,
      }).then(
        (answer) => {
          if (!current) return;
          setPreview(answer);
          setError(null);
        },
        (failure: unknown) => current && setError(failure),
      );
    const timer = setTimeout(() => void ask(), SETTLED_AFTER);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [templateKey, said]);

  return { preview, error };
}
