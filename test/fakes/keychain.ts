import type { Keychain } from '../../electron/credentials/index.ts';

type Call = 'open' | 'read' | 'write' | 'remove';

/** What becomes of a call: `hang` keeps it until the test lets it go on or fail. */
type Mood = 'answer' | 'hang' | 'refuse';

/** A keychain in memory that answers, refuses or hangs, as the test says. */
export interface FakeKeychain {
  readonly open: () => Promise<Keychain>;
  readonly entries: Map<string, string>;
  /** The calls so far, as `write anthropic-api-key`. */
  readonly calls: string[];
  mood: Partial<Record<Call, Mood>>;
  /** The calls that hang, the oldest first; what they do is done when they are let go on. */
  readonly hanging: { goOn(): void; fail(): void }[];
}

/** Where a keychain refuses, this is what it says. */
export const REFUSAL = 'the collection is locked';

/** An empty keychain that answers at once. */
export function createFakeKeychain(): FakeKeychain {
  const entries = new Map<string, string>();

  async function take<Answer>(call: Call, name: string, work: () => Answer): Promise<Answer> {
    fake.calls.push(name === '' ? call : `${call} ${name}`);
    const mood = fake.mood[call] ?? 'answer';
    if (mood === 'refuse') throw new Error(REFUSAL);
    if (mood === 'hang') {
      await new Promise<void>((goOn, reject) => {
        fake.hanging.push({ goOn, fail: () => reject(new Error(REFUSAL)) });
      });
    }
    return work();
  }

  const keychain: Keychain = {
    read: (name) => take('read', name, () => entries.get(name) ?? null),
    write: (name, secret) => take('write', name, () => void entries.set(name, secret)),
    remove: (name) => take('remove', name, () => entries.delete(name)),
  };
  const fake: FakeKeychain = {
    open: () => take('open', '', () => keychain),
    entries,
    calls: [],
    mood: {},
    hanging: [],
  };
  return fake;
}
