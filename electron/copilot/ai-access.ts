import type Anthropic from '@anthropic-ai/sdk';
import type { AiAction, AiModel, AiStatus } from '../../shared/domain/ai.ts';
import type { Settings } from '../../shared/domain/settings.ts';
import { AppError } from '../../shared/errors.ts';
import { toAiError } from './ai-errors.ts';
import { createClient, type Fetch } from './anthropic.ts';

/** The one credential that the copilot needs. */
interface KeyStore {
  storage(): Promise<'os' | 'memory'>;
  get(name: 'anthropic-api-key'): Promise<string | null>;
  set(name: 'anthropic-api-key', secret: string): Promise<'os' | 'memory'>;
  remove(name: 'anthropic-api-key'): Promise<boolean>;
}

export interface AiAccess {
  status(): Promise<AiStatus>;
  setKey(key: string): Promise<AiStatus>;
  removeKey(): Promise<AiStatus>;
  /** Asks the API for the models that the key may use. Throws errors worded for the technician. */
  models(signal: AbortSignal): Promise<AiModel[]>;
  /** A client for one request, or null while drafting stays on this machine. */
  client(): Promise<Anthropic | null>;
  settings(): Promise<Pick<Settings, 'ai_base_address'>>;
  modelFor(action: AiAction): Promise<string>;
}

const KEY = 'anthropic-api-key';
const MOST_MODELS = 100;

const MODEL_SETTING = {
  resolution_note: 'resolution_note_model',
  escalation_package: 'escalation_package_model',
  copilot: 'copilot_model',
  note_review: 'note_review_model',
} as const satisfies Record<AiAction, keyof Settings>;

/** Everything about the key, the address and the models; nothing here ever answers the key itself. */
export function createAiAccess(options: {
  readonly keys: KeyStore;
  readonly settings: () => Promise<Settings>;
  readonly fetch: Fetch;
  readonly onChange: (status: AiStatus) => void;
}): AiAccess {
  const { keys, settings, fetch, onChange } = options;
  /** Whether a key is set, asked once: a keychain may take its time. */
  let known: Promise<boolean> | undefined;

  async function readKey(): Promise<string | null> {
    return (await keys.get(KEY)) || null;
  }

  function hasKey(): Promise<boolean> {
    known ??= readKey().then((key) => key !== null);
    known.catch(() => {
      known = undefined;
    });
    return known;
  }

  async function status(): Promise<AiStatus> {
    // The settings first: they come a little after the start, and so does the keychain then.
    const { local_drafts_only } = await settings();
    const [has_key, key_storage] = await Promise.all([hasKey(), keys.storage()]);
    const state = local_drafts_only ? 'local_only' : has_key ? 'ready' : 'no_key';
    return { state, has_key, key_storage };
  }

  async function changed(): Promise<AiStatus> {
    known = undefined;
    const now = await status();
    onChange(now);
    return now;
  }

  async function clientWithKey(): Promise<Anthropic | null> {
    const key = await readKey();
    if (key === null) {
      // Somebody removed it from the keychain.
      if (await known?.catch(() => false)) await changed();
      return null;
    }
    const { ai_base_address } = await settings();
    return createClient({ key, base_address: ai_base_address, fetch });
  }

  return {
    status,
    async setKey(key) {
      await keys.set(KEY, key);
      return changed();
    },
    async removeKey() {
      await keys.remove(KEY);
      return changed();
    },
    async models(signal) {
      const client = await clientWithKey();
      if (client === null) {
        throw new AppError('NOT_CONFIGURED', 'No API key is set. Enter one first.');
      }
      try {
        const page = await client.models.list({ limit: MOST_MODELS }, { signal });
        return page.data.map((model) => ({ id: model.id, name: model.display_name || model.id }));
      } catch (failure) {
        throw toAiError(failure);
      }
    },
    async client() {
      const { state } = await status();
      return state === 'ready' ? clientWithKey() : null;
    },
    settings,
    modelFor: async (action) => (await settings())[MODEL_SETTING[action]],
  };
}
