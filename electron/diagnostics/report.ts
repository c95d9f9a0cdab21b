import { join } from 'node:path';
import type { AiStatus } from '../../shared/domain/ai.ts';
import type { PsaStatusShown } from '../../shared/domain/psa.ts';
import type { Settings } from '../../shared/domain/settings.ts';
import type { StoreStatus } from '../../shared/domain/store-status.ts';
import { coverNames, type Names } from './cover.ts';
import { logTail } from './log-tail.ts';
import { hostOf, settingsLines } from './settings-lines.ts';
import { folderSize, sizeWords } from './sizes.ts';

/** What the report asks of the parts. Each may fail or hang; then the report says so in its place. */
export interface DiagnosticsSources {
  /** Lines about app, runtime and system. */
  readonly app: () => readonly string[];
  readonly names: () => Names;
  /** The folder that holds everything, and those in it that are told one by one. */
  readonly home: string;
  readonly folders: Readonly<Record<string, string>>;
  /** Log files, the newest first. */
  readonly logs: readonly string[];
  readonly store: () => StoreStatus;
  /** Version of the database and what the check of the whole file found. */
  readonly check: (file: string) => Promise<{
    readonly version: number;
    readonly ok: boolean;
    readonly problems: readonly string[];
  }>;
  readonly settings: () => Promise<Settings>;
  readonly keychain: () => Promise<'os' | 'memory'>;
  readonly ai: () => Promise<AiStatus>;
  readonly psa: () => Promise<PsaStatusShown>;
  readonly redact: (texts: readonly string[]) => Promise<{ readonly texts: readonly string[] }>;
  readonly now?: () => number;
  /** How long one part of the report may take. */
  readonly limitMilliseconds?: number;
}

const LOG_LINES = 200;
/** A stack or an answer that was logged whole says what it has to say in its beginning. */
const LONGEST_LINE = 600;
const LIMIT_MILLISECONDS = 5_000;

/** Makes the report as text, with secrets and names taken out as well as a program can. */
export async function makeReport(sources: DiagnosticsSources): Promise<string> {
  const { limitMilliseconds = LIMIT_MILLISECONDS, now = Date.now } = sources;
  const parts: readonly (readonly [string, () => Promise<readonly string[]>])[] = [
    ['App', async () => sources.app()],
    ['Data', () => dataLines(sources)],
    ['Store', () => storeLines(sources)],
    ['Settings', async () => settingsLines(await sources.settings())],
    ['Keychain', async () => [KEYCHAIN[await sources.keychain()]]],
    ['AI', () => aiLines(sources)],
    ['ConnectWise', () => psaLines(sources)],
    [`Log, last ${LOG_LINES} lines`, () => logTail(sources.logs, LOG_LINES)],
  ];
  const sections = await Promise.all(
    parts.map(async ([title, collect]) => {
      const lines = await limited(collect(), limitMilliseconds).catch((error: unknown) => [
        `(not to be had: ${error instanceof Error ? error.message : String(error)})`,
      ]);
      return [`## ${title}`, ...(lines.length === 0 ? ['(nothing)'] : lines)].join('\n');
    }),
  );
  const { texts } = await sources.redact(sections);
  const names = sources.names();
  const covered = texts.map((text) => shortened(coverNames(text, names)));
  return [
    `# ResolutionFlow diagnostics report\nMade ${new Date(now()).toISOString()}.`,
    ...covered,
    '',
  ].join('\n\n');
}

const KEYCHAIN = {
  os: 'The keychain of the system keeps the keys.',
  memory: 'No keychain here: keys last for one run.',
} as const;

async function dataLines({ home, folders }: DiagnosticsSources): Promise<string[]> {
  const named = [['all', home] as const, ...Object.entries(folders)];
  return Promise.all(
    named.map(async ([name, folder]) => {
      const { files, bytes } = await folderSize(folder);
      return `${name}: ${sizeWords(bytes)} in ${files} files`;
    }),
  );
}

async function storeLines({ store, check, home }: DiagnosticsSources): Promise<string[]> {
  const status = store();
  if (status.state === 'unavailable') {
    return [
      `not in use: ${status.kind}`,
      status.message,
      `backups that are sound: ${status.backups.length}`,
    ];
  }
  const { version, ok, problems } = await check(status.file);
  return [
    `in use: ${status.file.replace(join(home, ''), '(home)')}`,
    `version ${version}`,
    ok ? 'the whole file was checked: sound' : `DAMAGED: ${problems.join('; ')}`,
  ];
}

async function aiLines({ ai, settings }: DiagnosticsSources): Promise<string[]> {
  const { state, has_key } = await ai();
  const { ai_base_address } = await settings();
  return [
    `state: ${state}`,
    `key: ${has_key ? 'set' : 'not set'}`,
    `host: ${hostOf(ai_base_address)}`,
  ];
}

async function psaLines({ psa, settings }: DiagnosticsSources): Promise<string[]> {
  const { state, missing, has_keys } = await psa();
  const { connectwise_site } = await settings();
  return [
    `state: ${state}`,
    `missing: ${missing.length === 0 ? 'nothing' : missing.join(', ')}`,
    `keys: ${has_keys ? 'set' : 'not set'}`,
    `host: ${hostOf(connectwise_site)}`,
  ];
}

/** After the redaction: half a secret would not be known as one. */
function shortened(text: string): string {
  return text
    .split('\n')
    .map((line) => (line.length > LONGEST_LINE ? `${line.slice(0, LONGEST_LINE)} …` : line))
    .join('\n');
}

function limited<Result>(work: Promise<Result>, milliseconds: number): Promise<Result> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(
      () => reject(new Error(`no answer within ${milliseconds / 1_000} s`)),
      milliseconds,
    );
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
