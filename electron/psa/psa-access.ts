import type { PsaStatusShown } from '../../shared/domain/psa.ts';
import type { Settings } from '../../shared/domain/settings.ts';
import { AppError } from '../../shared/errors.ts';
import type { Psa } from './psa.ts';

/** The two credentials that ConnectWise needs. */
type KeyName = 'connectwise-public-key' | 'connectwise-private-key';

interface KeyStore {
  storage(): Promise<'os' | 'memory'>;
  get(name: KeyName): Promise<string | null>;
  set(name: KeyName, secret: string): Promise<'os' | 'memory'>;
  remove(name: KeyName): Promise<boolean>;
}

export interface PsaKeys {
  readonly public_key: string;
  readonly private_key: string;
}

/** What a connection is made of; the keys are asked for with each request, so a new pair counts at once. */
export interface PsaConnection {
  readonly site: string;
  readonly company: string;
  readonly client_id: string;
  readonly member: string | null;
  readonly keys: () => Promise<PsaKeys | null>;
}

export interface PsaAccess {
  status(): Promise<PsaStatusShown>;
  setKeys(keys: PsaKeys): Promise<PsaStatusShown>;
  removeKeys(): Promise<PsaStatusShown>;
  /** The PSA, or null while it is not set up. The same one as long as site, company and client id stay. */
  current(): Promise<Psa | null>;
  /** As {@link current}; throws `NOT_CONFIGURED` with what to do. */
  required(): Promise<Psa>;
}

const KEYS = {
  public_key: 'connectwise-public-key',
  private_key: 'connectwise-private-key',
} as const;

type ConnectionSettings = Pick<
  Settings,
  'connectwise_site' | 'connectwise_company' | 'connectwise_member' | 'connectwise_client_id'
>;

/** Everything about the connection to the PSA; nothing here ever answers a key. */
export function createPsaAccess(options: {
  readonly keys: KeyStore;
  readonly settings: () => Promise<ConnectionSettings>;
  readonly connect: (connection: PsaConnection) => Promise<Psa>;
  readonly onChange: (status: PsaStatusShown) => void;
}): PsaAccess {
  const { keys, settings, connect, onChange } = options;
  let held: { readonly name: string; readonly psa: Promise<Psa> } | undefined;

  async function readKeys(): Promise<PsaKeys | null> {
    const [public_key, private_key] = await Promise.all([
      keys.get(KEYS.public_key),
      keys.get(KEYS.private_key),
    ]);
    return public_key && private_key ? { public_key, private_key } : null;
  }

  async function status(): Promise<PsaStatusShown> {
    // The settings first: they come a little after the start, and so does the keychain then.
    const set = await settings();
    const [pair, key_storage] = await Promise.all([readKeys(), keys.storage()]);
    const has_keys = pair !== null;
    const missing = [...missingSettings(set), ...(has_keys ? [] : (['keys'] as const))];
    const state = missing.length === 0 ? 'ready' : 'not_configured';
    return { state, missing, has_keys, key_storage };
  }

  async function changed(): Promise<PsaStatusShown> {
    const now = await status();
    onChange(now);
    return now;
  }

  async function current(): Promise<Psa | null> {
    const set = await settings();
    // The keychain last: whoever works without ConnectWise must not depend on it.
    if (missingSettings(set).length > 0 || (await readKeys()) === null) return null;
    const { connectwise_site: site, connectwise_company: company } = set;
    const { connectwise_client_id: client_id } = set;
    const member = set.connectwise_member || null;
    const name = JSON.stringify([site, company, client_id, member]);
    if (held?.name !== name) {
      held = { name, psa: connect({ site, company, client_id, member, keys: readKeys }) };
    }
    return held.psa;
  }

  return {
    status,
    current,
    async required() {
      const psa = await current();
      if (psa !== null) return psa;
      throw new AppError(
        'NOT_CONFIGURED',
        'ConnectWise is not set up yet. Complete it in Settings → ConnectWise.',
      );
    },
    async setKeys(pair) {
      await keys.set(KEYS.public_key, pair.public_key);
      await keys.set(KEYS.private_key, pair.private_key);
      return changed();
    },
    async removeKeys() {
      await keys.remove(KEYS.public_key);
      await keys.remove(KEYS.private_key);
      return changed();
    },
  };
}

function missingSettings(set: ConnectionSettings): PsaStatusShown['missing'] {
  return [
    ...(set.connectwise_site === '' ? (['site'] as const) : []),
    ...(set.connectwise_company === '' ? (['company'] as const) : []),
    ...(set.connectwise_client_id === '' ? (['client_id'] as const) : []),
  ];
}
