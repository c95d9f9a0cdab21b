import type { FoundSecret } from './found-secret.ts';

type Lint = (text: string) => Promise<readonly FoundSecret[]>;

let loading: Promise<Lint> | undefined;

/** No key reads across it. */
const BETWEEN_TEXTS = '\n\n';

/**
 * Keys of cloud services, private keys and the like, by the shapes that their makers publish; for each
 * of the texts. They are searched in one go: starting a search takes longer than searching a short text.
 */
export async function findVendorKeys(
  texts: readonly string[],
): Promise<readonly (readonly FoundSecret[])[]> {
  // Loaded on first use: it takes longer than the rest of the main process's start.
  loading ??= load();
  const lint = await loading;
  const keys = await lint(texts.join(BETWEEN_TEXTS));
  let start = 0;
  return texts.map((text) => {
    const from = start;
    start += text.length + BETWEEN_TEXTS.length;
    return keys.flatMap((key) => within(key, from, from + text.length));
  });
}

/** The part of a match that is in one text, as offsets into that text. */
function within(key: FoundSecret, from: number, to: number): FoundSecret[] {
  const start = Math.max(key.from, from);
  const end = Math.min(key.to, to);
  return start < end ? [{ ...key, from: start - from, to: end - from }] : [];
}

type Rule = typeof import('@secretlint/secretlint-rule-preset-recommend')['rules'][number];
type Source = Parameters<NonNullable<ReturnType<Rule['create']>['file']>>[0];

/** It lets a comment in the text switch the others off. */
const COMMENT_RULE = '@secretlint/secretlint-rule-filter-comments';

/**
 * Runs the rules without secretlint's own core: that one marks each step for a profiler which keeps all
 * marks for ever and looks through them at each, so that a process that stays up gets slower and larger.
 */
async function load(): Promise<Lint> {
  const { rules } = await import('@secretlint/secretlint-rule-preset-recommend');
  const used = rules.filter(({ meta }) => meta.id !== COMMENT_RULE);
  return async (text) => {
    const found: FoundSecret[] = [];
    const source = sourceOf(text);
    for (const rule of used) await rule.create(contextFor(rule, found), {}).file?.(source);
    return found;
  };
}

function contextFor(rule: Rule, found: FoundSecret[]): Parameters<Rule['create']>[0] {
  const label = labelOf(rule.meta.id);
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

const LABELS = new Map([
  ['privatekey', 'a private key'],
  ['basicauth', 'a password in an address'],
  ['database-connection-string', 'a password in a connection string'],
]);

function labelOf(ruleId: string): string {
  const name = ruleId.replace(/^@secretlint\/secretlint-rule-/, '');
  return LABELS.get(name) ?? `an access key (${name})`;
}
