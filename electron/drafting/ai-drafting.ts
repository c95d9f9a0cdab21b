import type { AiStatus } from '../../shared/domain/ai.ts';
import type { AiFailure, NoteTone } from '../../shared/domain/note.ts';
import { AppError } from '../../shared/errors.ts';
import type { GeneratedNote, NoteGenerator, NoteRequest } from './generator.ts';

/** The AI as drafting sees it; it may come and go with the key and the settings. */
export interface DraftingAi {
  state(): Promise<AiStatus['state']>;
  /** How the customer's note is to be worded. */
  tone(): Promise<NoteTone>;
  readonly generator: NoteGenerator;
}

export interface AiDrafting {
  /** Null where the AI may be asked; else why it is not, `null` inside where that is the technician's own wish. */
  unavailable(): Promise<{ readonly failure: AiFailure | null } | null>;
  /** Rejects with an error worded for the technician. `force` asks even while a limit is known to hold. */
  generate(request: NoteRequest, force: boolean): Promise<GeneratedNote>;
}

const NO_KEY: AiFailure = {
  code: 'NOT_CONFIGURED',
  message: 'No Anthropic API key is set, so the note is written on this machine.',
  retry_at: null,
};

const NO_KEYCHAIN: AiFailure = {
  code: 'KEYCHAIN_UNAVAILABLE',
  message:
    'The keychain of this computer did not give out the API key, so the note is written on this machine. Unlock it and try again.',
  retry_at: null,
};

/** Asks the AI, and remembers how long a limit holds, so that nobody waits for a refusal that is known. */
export function createAiDrafting(
  ai: DraftingAi | undefined,
  log: { error(message: string, error?: unknown): void },
  now: () => number,
): AiDrafting {
  let limit: AppError | undefined;

  return {
    async unavailable() {
      if (ai === undefined) return { failure: null };
      try {
        const state = await ai.state();
        if (state === 'ready') return null;
        return { failure: state === 'no_key' ? NO_KEY : null };
      } catch (cause) {
        log.error('the keychain did not answer', cause);
        return { failure: NO_KEYCHAIN };
      }
    },
    async generate(request, force) {
      if (ai === undefined) throw new AppError('NOT_CONFIGURED', NO_KEY.message);
      if (!force && limit !== undefined && now() < (retryAt(limit) ?? 0)) throw limit;
      try {
        const note = await ai.generator.generate(request);
        limit = undefined;
        return note;
      } catch (failure) {
        if (request.signal.aborted) throw failure;
        const error = asAiError(failure);
        limit = retryAt(error) === null ? undefined : error;
        throw error;
      }
    },
  };
}

export function aiFailure(error: AppError): AiFailure {
  return { code: error.code, message: error.message, retry_at: retryAt(error) };
}

function retryAt(error: AppError): number | null {
  const at = error.details?.retry_at;
  return typeof at === 'number' ? at : null;
}

function asAiError(failure: unknown): AppError {
  if (failure instanceof AppError) return failure;
  return new AppError(
    'AI_FAILED',
    'The AI did not write this note. Try again; the log has the cause.',
    undefined,
    { cause: failure },
  );
}
