import type { ScriptGeneration } from '../../shared/domain/script.ts';

/** A script with its secrets in it, as it goes to the clipboard. */
export interface HeldScript {
  readonly text: string;
  /** Names of the secrets that it asks for all the same. */
  readonly asks_for: readonly string[];
}

/** The scripts of this run that hold secrets, by generation. In memory alone, until their session ends. */
export interface HeldScripts {
  hold(script: ScriptGeneration, held: HeldScript): void;
  /** Of this very script: after a backup was restored, another one may have got its number. */
  get(script: ScriptGeneration): HeldScript | undefined;
  drop(generationId: number): void;
  dropSession(sessionId: number): void;
}

export function createHeldScripts(): HeldScripts {
  const scripts = new Map<number, { readonly kept: ScriptGeneration; readonly held: HeldScript }>();
  return {
    hold: (kept, held) => void scripts.set(kept.id, { kept, held }),
    get(script) {
      const one = scripts.get(script.id);
      return one !== undefined && isSame(one.kept, script) ? one.held : undefined;
    },
    drop: (id) => void scripts.delete(id),
    dropSession(sessionId) {
      for (const [id, { kept }] of scripts) {
        if (kept.session_id === sessionId) scripts.delete(id);
      }
    },
  };
}

function isSame(one: ScriptGeneration, other: ScriptGeneration): boolean {
  return (
    one.session_id === other.session_id &&
    one.created_at === other.created_at &&
    one.body === other.body
  );
}
