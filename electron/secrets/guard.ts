import { type FoundSecret, mergeFound, REDACTED, withoutSecrets } from './found-secret.ts';
import { type Needle, needlesFor, searchNeedles } from './known-search.ts';
import { createPatternSearch } from './pattern-search.ts';

/** Whose value it is: forgotten with the session, or kept for the run. */
type Owner = { readonly session_id: number } | 'app';

/** Keeps secrets out of what is stored, sent, logged and posted. */
export interface SecretGuard {
  /**
   * Keeps a value in memory for the session's life, or for the run (credentials; the default), so that
   * it is found in every usual encoding. A value of fewer than four characters is not kept: it is in too
   * many texts for a match to mean anything.
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

/** Taking one secret out can bring two halves of another together; no real text needs more rounds. */
const MOST_ROUNDS = 8;

/** A guard that knows no value yet. One for the run of the app. */
export function createSecretGuard(): SecretGuard {
  const owners = new Map<string, Set<number | 'app'>>();
  const needles = new Map<string, readonly Needle[]>();
  const findPatterns = createPatternSearch();
  let version = 0;

  function findKnown(text: string): readonly FoundSecret[] {
    if (needles.size === 0 || text === '') return [];
    const spans = searchNeedles(text, [...needles.values()].flat());
    if (spans.length === 0) return [];
    const replaced = Array.from(text.matchAll(REPLACED), ({ index, 0: run }) => ({
      from: index,
      to: index + run.length,
    }));
    return mergeFound(
      spans
        // The replacement is no secret, even where a value reads "secret".
        .filter(({ from, to }) => !replaced.some((one) => one.from <= from && to <= one.to))
        .map((span) => ({ ...span, kind: 'known', label: KNOWN_LABEL })),
    );
  }

  async function findAll(texts: readonly string[]): Promise<FoundSecret[][]> {
    const patterns = await findPatterns(texts);
    // After the wait, so that a value remembered meanwhile counts.
    return texts.map((text, index) => mergeFound([...findKnown(text), ...(patterns[index] ?? [])]));
  }

  return {
    remember(value, owner = 'app') {
      const key = typeof owner === 'string' ? owner : owner.session_id;
      const held = owners.get(value);
      if (held !== undefined) {
        held.add(key);
        return;
      }
      const forms = needlesFor(value);
      if (forms.length === 0) return;
      owners.set(value, new Set([key]));
      needles.set(value, forms);
      version += 1;
    },
    forgetSession(sessionId) {
      for (const [value, held] of owners) {
        if (!held.delete(sessionId) || held.size > 0) continue;
        owners.delete(value);
        needles.delete(value);
        version += 1;
      }
    },
    version: () => version,
    redactKnown(text) {
      let redacted = text;
      for (let round = 0; round < MOST_ROUNDS; round += 1) {
        const found = findKnown(redacted);
        if (found.length === 0) break;
        redacted = withoutSecrets(redacted, found);
      }
      return redacted;
    },
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
        redacted = redacted.map((text, index) => withoutSecrets(text, sure[index] ?? []));
      }
      return { texts: redacted, removed };
    },
  };
}

/** Several in a row are one place. */
const REPLACED = new RegExp(`(?:${REDACTED.replace(/[()]/g, '\\$&')})+`, 'g');
