import { LRUCache } from 'lru-cache';
import type { SecretGuard } from '../../secrets/index.ts';

/** Takes secrets out of texts, most of which were searched a turn ago. */
export interface Redactor {
  /** A function that answers each of these texts, and no other, without secrets. */
  clean(texts: readonly string[]): Promise<{
    readonly clean: (text: string) => string;
    readonly removed: number;
  }>;
}

interface Redacted {
  readonly text: string;
  readonly removed: number;
}

const REMEMBERED_CHARACTERS = 4_000_000;

export function createRedactor(guard: Pick<SecretGuard, 'redactAll' | 'version'>): Redactor {
  const known = new LRUCache<string, Redacted>({
    maxSize: REMEMBERED_CHARACTERS,
    sizeCalculation: ({ text }, raw) => text.length + raw.length + 1,
  });
  let version = guard.version();

  async function redact(text: string): Promise<Redacted> {
    if (version !== guard.version()) {
      version = guard.version();
      known.clear();
    }
    const remembered = known.get(text);
    if (remembered !== undefined) return remembered;
    const before = version;
    const { texts, removed } = await guard.redactAll([text]);
    const redacted = { text: texts[0] ?? '', removed };
    if (before === guard.version()) known.set(text, redacted);
    return redacted;
  }

  return {
    async clean(texts) {
      const results = new Map<string, Redacted>();
      for (const text of new Set(texts)) {
        results.set(text, text.trim() === '' ? { text, removed: 0 } : await redact(text));
      }
      return {
        clean(text) {
          const result = results.get(text);
          // A text that nobody searched must not go out by mistake.
          if (result === undefined) throw new Error('a text was not searched for secrets');
          return result.text;
        },
        removed: [...results.values()].reduce((sum, { removed }) => sum + removed, 0),
      };
    },
  };
}
