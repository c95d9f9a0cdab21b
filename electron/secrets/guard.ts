import { type FoundSecret, REDACTED } from './found-secret.ts';
import { createKnownValues, type Owner } from './known/known-values.ts';
import { mergeFound } from './merge.ts';
import { createPatternSearch } from './patterns/find-patterns.ts';
import { replaceSpans } from './spans.ts';

/** Keeps secrets out of what is stored, sent, logged and posted. */
export interface SecretGuard {
  /**
   * Holds a value in memory for the session's life, or for the run (credentials; the default), so that
   * it is found in every usual encoding. A value of fewer than four characters is not held: it stands
   * in too many texts for a find to mean anything.
   */
  remember(value: string, owner?: Owner): void;
  /** Forgets what a session's scripts brought along. */
  forgetSession(sessionId: number): void;
  /** Changes with the values that are known: what was searched under an older one is searched again. */
  version(): number;
  /** Known values only, at once: for log lines and everything that is about to be stored. */
  redactKnown(text: string): string;
  /** Everything that is or looks like a secret, sorted, not overlapping (known wins over pattern wins over doubt). */
  find(text: string): Promise<readonly FoundSecret[]>;
  /** The texts with known values and patterns replaced by `(secret)`; `removed` counts them. Doubts stay. */
  redactAll(
    texts: readonly string[],
  ): Promise<{ readonly texts: readonly string[]; readonly removed: number }>;
}

const KNOWN_LABEL = 'a password that this session used';

/** Taking one secret out can bring another to light; more rounds than this would be a riddle. */
const MOST_ROUNDS = 8;

/** A guard that knows no value yet. One for the run of the app. */
export function createSecretGuard(): SecretGuard {
  const known = createKnownValues();
  const findPatterns = createPatternSearch();

  async function findAll(texts: readonly string[]): Promise<FoundSecret[][]> {
    const patterns = await findPatterns(texts);
    // After the wait, so that a value remembered meanwhile counts.
    return texts.map((text, index) => {
      const values = known
        .find(text)
        .map(({ from, to }): FoundSecret => ({ from, to, kind: 'known', label: KNOWN_LABEL }));
      return mergeFound([...values, ...(patterns[index] ?? [])]);
    });
  }

  return {
    remember: (value, owner = 'app') => known.remember(value, owner),
    forgetSession: (sessionId) => known.forgetSession(sessionId),
    version: known.version,
    redactKnown: (text) => known.redact(text),
    find: async (text) => (await findAll([text]))[0] ?? [],
    async redactAll(texts) {
      let redacted = texts;
      let removed = 0;
      for (let round = 0; round < MOST_ROUNDS; round += 1) {
        const found = await findAll(redacted);
        const sure = found.map((secrets) => secrets.filter(({ kind }) => kind !== 'doubt'));
        const count = sure.reduce((sum, secrets) => sum + secrets.length, 0);
        if (count === 0) break;
        removed += count;
        redacted = redacted.map((text, index) => replaceSpans(text, sure[index] ?? [], REDACTED));
      }
      return { texts: redacted, removed };
    },
  };
}
