import type { Log } from '../../shared/log.ts';

/** The secrets that the app can keep. Each is one entry that an administrator can see and remove. */
export type CredentialName =
  | 'anthropic-api-key'
  | 'connectwise-public-key'
  | 'connectwise-private-key';

/** The operating system's keychain, one entry per name. Rejects where there is none or it is locked. */
export interface Keychain {
  read(name: string): Promise<string | null>;
  write(name: string, secret: string): Promise<void>;
  remove(name: string): Promise<boolean>;
}

export interface Credentials {
  /** `os`: kept by the keychain. `memory`: no keychain here, secrets last for this run only. */
  storage(): Promise<'os' | 'memory'>;
  get(name: CredentialName): Promise<string | null>;
  /** Answers where the secret went, so that the screen can say it. */
  set(name: CredentialName, secret: string): Promise<'os' | 'memory'>;
  remove(name: CredentialName): Promise<boolean>;
}

/**
 * Credentials over the keychain. Where it refuses, secrets are kept in memory for this run; there is
 * no plain-text fallback. A secret is never part of a log line or an error.
 */
export function createCredentials(options: {
  readonly keychain: () => Promise<Keychain>;
  readonly log: Log;
  /** Told of every value that passes through, so that it can be kept out of logs, prompts and notes. */
  readonly onSecret?: (secret: string) => void;
}): Credentials {
  const { onSecret = () => {} } = options;
  const inMemory = new Map<CredentialName, string>();
  let opening: Promise<Keychain | null> | undefined;

  function keychain(): Promise<Keychain | null> {
    opening ??= openProbed(options.keychain, options.log);
    return opening;
  }

  return {
    storage: async () => ((await keychain()) === null ? 'memory' : 'os'),
    async get(name) {
      const held = inMemory.get(name);
      const secret = held ?? (await (await keychain())?.read(name)) ?? null;
      if (secret !== null) onSecret(secret);
      return secret;
    },
    async set(name, secret) {
      onSecret(secret);
      const os = await keychain();
      if (os === null) {
        inMemory.set(name, secret);
        return 'memory';
      }
      await os.write(name, secret);
      inMemory.delete(name);
      return 'os';
    },
    async remove(name) {
      const held = inMemory.delete(name);
      return ((await (await keychain())?.remove(name)) ?? false) || held;
    },
  };
}

/** A keychain can be installed and still not answer; a read of an entry that is never there tells. */
async function openProbed(open: () => Promise<Keychain>, log: Log): Promise<Keychain | null> {
  try {
    const keychain = await open();
    await keychain.read('availability-probe');
    return keychain;
  } catch (error) {
    log.warn(`no keychain here, secrets stay in memory: ${(error as Error).message}`);
    return null;
  }
}
