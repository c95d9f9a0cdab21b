import { AppError } from '../../shared/errors.ts';
import type { Log } from '../../shared/log.ts';
import { createGate, NoAnswer } from './gate.ts';

/** The secrets that the app can keep. Each is one entry that an administrator can see and remove. */
export const CREDENTIAL_NAMES = [
  'anthropic-api-key',
  'connectwise-public-key',
  'connectwise-private-key',
] as const;
export type CredentialName = (typeof CREDENTIAL_NAMES)[number];

/** The operating system's keychain, one entry per name. Rejects where there is none or it is locked. */
export interface Keychain {
  read(name: string): Promise<string | null>;
  write(name: string, secret: string): Promise<void>;
  remove(name: string): Promise<boolean>;
}

/** Every call rejects with `KEYCHAIN_UNAVAILABLE` where there is a keychain that fails or does not answer. */
export interface Credentials {
  /** `os`: kept by the keychain. `memory`: no keychain here, secrets last for this run only. */
  storage(): Promise<'os' | 'memory'>;
  get(name: CredentialName): Promise<string | null>;
  /** Answers where the secret went, so that the screen can say it. */
  set(name: CredentialName, secret: string): Promise<'os' | 'memory'>;
  remove(name: CredentialName): Promise<boolean>;
}

/** Long enough for somebody who is asked to unlock the keychain, and no longer than one waits for a note. */
const LIMIT_MILLISECONDS = 15_000;

/**
 * A call that hangs keeps one of the four threads on which this process reads files and looks up hosts.
 * Together these leave one of them free, however often the keychain is asked in vain.
 */
const READS_AT_ONCE = 2;
/** One after the other: an older secret that is written late must not take the place of a newer one. */
const CHANGES_AT_ONCE = 1;

const FAILED = {
  open: 'The keychain of this computer did not answer. Unlock it and try again.',
  read: 'The keychain of this computer did not give out the key. Unlock it and try again.',
  write:
    'The keychain of this computer did not confirm that the key is kept. Unlock it, then save the key again.',
  remove:
    'The keychain of this computer did not confirm that the key is removed. Unlock it, then remove the key again.',
} as const;

/**
 * Credentials over the keychain. Where it refuses, secrets are kept in memory for this run; there is
 * no plain-text fallback. One that does not answer at all is asked again the next time. A secret is
 * never part of a log line or an error, and neither is what the keychain says part of an error.
 */
export function createCredentials(options: {
  readonly keychain: () => Promise<Keychain>;
  readonly log: Log;
  /** Told of every value that passes through, so that it can be kept out of logs, prompts and notes. */
  readonly onSecret?: (secret: string) => void;
  /** How long each call of the keychain may take. */
  readonly limitMilliseconds?: number;
}): Credentials {
  const { log, onSecret = () => {}, limitMilliseconds = LIMIT_MILLISECONDS } = options;
  const inMemory = new Map<CredentialName, string>();
  const reading = createGate(READS_AT_ONCE, limitMilliseconds);
  const changing = createGate(CHANGES_AT_ONCE, limitMilliseconds);
  let opening: Promise<Keychain | null> | undefined;

  function keychain(): Promise<Keychain | null> {
    opening ??= reading(() => openProbed(options.keychain)).catch((error: unknown) => {
      if (error instanceof NoAnswer) {
        opening = undefined;
        throw failed('open', error);
      }
      log.warn(`no keychain here, secrets stay in memory: ${messageOf(error)}`);
      return null;
    });
    return opening;
  }

  function failed(what: keyof typeof FAILED, error: unknown): AppError {
    log.warn(`the keychain failed (${what}): ${messageOf(error)}`);
    return new AppError('KEYCHAIN_UNAVAILABLE', FAILED[what]);
  }

  async function read(name: CredentialName): Promise<string | null> {
    const os = await keychain();
    if (os === null) return null;
    return reading(() => os.read(name)).catch((error: unknown) => {
      throw failed('read', error);
    });
  }

  return {
    storage: async () => ((await keychain()) === null ? 'memory' : 'os'),
    async get(name) {
      const secret = inMemory.get(name) ?? (await read(name));
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
      await changing(() => os.write(name, secret)).catch((error: unknown) => {
        throw failed('write', error);
      });
      return 'os';
    },
    async remove(name) {
      const os = await keychain();
      if (os === null) return inMemory.delete(name);
      return changing(() => os.remove(name)).catch((error: unknown) => {
        throw failed('remove', error);
      });
    },
  };
}

/** A keychain can be installed and still not answer; a read of an entry that is never there tells. */
async function openProbed(open: () => Promise<Keychain>): Promise<Keychain> {
  const keychain = await open();
  await keychain.read('availability-probe');
  return keychain;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
