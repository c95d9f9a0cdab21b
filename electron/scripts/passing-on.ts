import type { ScriptGeneration } from '../../shared/domain/script.ts';
import { AppError } from '../../shared/errors.ts';
import { REDACTED } from '../secrets/index.ts';
import type { SessionStore } from '../sessions/index.ts';
import type { HeldScripts } from './held-scripts.ts';
import type { ScriptDesk } from './script-desk.ts';
import { scriptFile } from './script-file.ts';

/** How long a script with a secret in it may stay on the clipboard. */
const CLIPBOARD_SECONDS = 60;

interface Parts {
  readonly store: () => Pick<SessionStore, 'scripts'>;
  readonly desk: ScriptDesk;
  readonly held: HeldScripts;
}

/** Where a script of a session goes: to the clipboard, into a file, or away. */
export function createPassingOn({ store, desk, held }: Parts) {
  return {
    async copy(generationId: number) {
      const script = store().scripts.get(generationId);
      const whole = held.get(script);
      if (whole !== undefined) {
        await desk.copySecret(whole.text, CLIPBOARD_SECONDS);
        return {
          copied: true,
          cleared_after: CLIPBOARD_SECONDS,
          asks_for: [...whole.asks_for],
        };
      }
      requireWhole(script);
      await desk.copyText(script.body);
      return { copied: true, cleared_after: null, asks_for: askedFor(script) };
    },
    async saveAsFile(generationId: number): Promise<string | null> {
      const script = store().scripts.get(generationId);
      requireWhole(script);
      const { suggested_name, text, ending } = scriptFile(script);
      return desk.exportFile(suggested_name, text, ending);
    },
    discard(generationId: number): ScriptGeneration {
      const script = store().scripts.get(generationId);
      store().scripts.discard(generationId);
      held.drop(generationId);
      return script;
    },
  };
}

/** What is kept of a script from a template asks for all of its secrets. */
function askedFor({ template_key, parameters }: ScriptGeneration): string[] {
  if (template_key === null) return [];
  return parameters.filter(({ secret }) => secret).map(({ name }) => name);
}

/** A value that was taken out because it held a secret is not kept anywhere; a script must not run with a hole. */
function requireWhole({ template_key, parameters }: ScriptGeneration): void {
  const isCovered = parameters.some(({ value }) => value?.includes(REDACTED) === true);
  if (template_key === null || !isCovered) return;
  throw new AppError(
    'CONFLICT',
    'A value of this script held a secret, which is kept nowhere. Fill in the template again.',
  );
}
