import type { FoundSecret } from './found-secret.ts';

type Rule = typeof import('@secretlint/secretlint-rule-preset-recommend')['rules'][number];
type Context = Parameters<Rule['create']>[0];
type Source = Parameters<NonNullable<ReturnType<Rule['create']>['file']>>[0];

/** It lets a comment in the text switch the others off. */
const COMMENT_RULE = '@secretlint/secretlint-rule-filter-comments';

/** No key reads across it. */
const BETWEEN_TEXTS = '\n\n';

/**
 * Keys of cloud services, private keys and the like, by the shapes that their makers publish; for each
 * of the texts. They are searched in one go: starting a search takes longer than searching a short text.
 *
 * The rules run without secretlint's own core: that one marks each step for a profiler which keeps all
 * marks for ever and looks through them at each, so that a process that stays up gets slower and larger.
 */
export async function findVendorKeys(
  texts: readonly string[],
): Promise<readonly (readonly FoundSecret[])[]> {
  // Loaded on first use: it takes longer than the rest of the main process's start.
  const { rules } = await import('@secretlint/secretlint-rule-preset-recommend');
  const source = sourceOf(texts.join(BETWEEN_TEXTS));
  const keys: FoundSecret[] = [];
  for (const rule of rules) {
    if (rule.meta.id === COMMENT_RULE) continue;
    await rule.create(contextFor(rule, keys), {}).file?.(source);
  }
  let end = -BETWEEN_TEXTS.length;
  return texts.map((text) => {
    const start = end + BETWEEN_TEXTS.length;
    end = start + text.length;
    return keys
      .map((key) => ({
        ...key,
        from: Math.max(key.from - start, 0),
        to: Math.min(key.to - start, text.length),
      }))
      .filter(({ from, to }) => from < to);
  });
}

const LABELS = new Map([
  ['privatekey', 'a private key'],
  ['basicauth', 'a password in an address'],
  ['database-connection-string', 'a password in a connection string'],
]);

function contextFor(rule: Rule, found: FoundSecret[]): Context {
  const name = rule.meta.id.replace('@secretlint/secretlint-rule-', '');
  const label = LABELS.get(name) ?? `an access key (${name})`;
  return {
    sharedOptions: {},
    // The messages name the value, so none is made.
    createTranslator: () => (messageId) => ({
      messageId: String(messageId),
      message: '',
      data: {} as never,
    }),
    report: ({ range: [from, to] }) => void found.push({ from, to, kind: 'pattern', label }),
    ignore: () => {},
  };
}

/** The rules read text by offsets alone; lines and columns are only for the rule that is left out. */
function sourceOf(content: string): Source {
  const unused = () => {
    throw new Error('Secrets are searched for by offsets.');
  };
  return {
    content,
    filePath: 'note.md',
    physicalFilePath: undefined,
    ext: '.md',
    contentType: 'text',
    hasBOM: false,
    getFilePath: () => undefined,
    getPhysicalFilePath: () => undefined,
    locationToRange: unused,
    rangeToLocation: unused,
    positionToIndex: unused,
    indexToPosition: unused,
  };
}
