import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { createAiAccess, createAiAccount, loadChat } from '../../electron/copilot/index.ts';
import { createCredentials } from '../../electron/credentials/index.ts';
import { createDataService } from '../../electron/data/index.ts';
import { createPreviews, unsupportedNames } from '../../electron/drafting/index.ts';
import { createHandlers, createRouter, createStoreAccess } from '../../electron/ipc/index.ts';
import type { Services } from '../../electron/ipc/services.ts';
import { createPosting, createPsaAccess } from '../../electron/psa/index.ts';
import { createScriptService } from '../../electron/scripts/index.ts';
import { createSecretGuard, redactingLog } from '../../electron/secrets/index.ts';
import { addSampleSessions, createSearchClient } from '../../electron/sessions/index.ts';
import { createSettings } from '../../electron/settings/index.ts';
import { safeExternalUrl } from '../../electron/shell/external-url.ts';
import { createUpdates } from '../../electron/updates/index.ts';
import { events } from '../../shared/contract/index.ts';
import type { Settings } from '../../shared/domain/settings.ts';
import { type Fault, startFakeConnectWise } from '../fakes/connectwise/index.ts';
import { createFakeKeychain } from '../fakes/keychain.ts';
import { createTestLog } from '../fixtures/log.ts';
import { CONNECTWISE_RULES, connectWiseOver, TICKET } from '../fixtures/posting/systems.ts';
import { createTestFolder } from '../fixtures/sessions.ts';
import { seed, seedPostings } from './seed.ts';

type OutsideLink = Exclude<ReturnType<Services['window']['takeLink']>, null>;

const workerOf = (name: string) =>
  new URL(`../../electron/sessions/${name}-worker.ts`, import.meta.url);
const MAINTENANCE_WORKER = workerOf('maintenance');
const EXPORT_WORKER = workerOf('export');
const SEARCH_WORKER = workerOf('search');

/** What stands whatever is set: a fuzz that could switch ConnectWise off would mostly see that. */
const FIXED = {
  connectwise_company: 'lakeside',
  connectwise_client_id: 'fuzz',
  connectwise_statuses: CONNECTWISE_RULES.statuses,
  local_drafts_only: true,
} satisfies Partial<Settings>;

/** Each world has one of these, so that postings also stop half-way, where other calls go on from. */
const FAULTS: readonly (readonly Fault[])[] = [
  [],
  [{ step: 'patchStatus', effect: { kind: 'status-ignored' } }],
  [{ step: 'postNote', effect: { kind: 'cut', when: 'before-write' } }],
  [{ step: 'postNote', effect: { kind: 'cut', when: 'after-write' } }],
];

export type World = Awaited<ReturnType<typeof openWorld>>;

/**
 * The main process as electron/main/ joins it, without Electron: real router, handlers, services and store in
 * a new folder, ConnectWise and the keychain as fakes, the AI off.
 */
export async function openWorld(number: number) {
  const { folder, dispose } = createTestFolder();
  const logs = join(folder, 'logs');
  const exports = join(folder, 'exports');
  for (const name of ['data', 'logs', 'exports']) mkdirSync(join(folder, name));
  const fake = await startFakeConnectWise();
  for (const fault of FAULTS[number % FAULTS.length] ?? [])
    fake.fault({ ...fault, times: 'always' });
  const guard = createSecretGuard();
  const kept = createTestLog();
  const log = redactingLog(kept, guard.redactKnown);
  const wrongEvents: string[] = [];
  const publish = (name: keyof typeof events, payload: unknown) => {
    const { success } = events[name].safeParse(payload);
    if (!success) wrongEvents.push(`${name} ${JSON.stringify(payload)}`);
    if (name === 'session.changed') copilot.sessionChanged(events[name].parse(payload).session_id);
  };
  const values = new Map<string, unknown>();
  const settings = createSettings({
    backing: {
      get: (name) => values.get(name),
      set: (all) => {
        for (const [name, value] of Object.entries(all)) values.set(name, value);
      },
      clear: () => values.clear(),
      trouble: () => ({ set_aside: null, lasting: true }),
    },
    onChange: (changed) => publish('settings.changed', changed),
  });
  const fixed = async () => ({ ...settings.get(), ...FIXED, connectwise_site: fake.url });
  const store = createStoreAccess({ folder: join(folder, 'data'), log, publish });
  const search = createSearchClient({
    worker: SEARCH_WORKER,
    file: join(folder, 'data', 'resolutionflow.db'),
    log,
  });
  const keys = createCredentials({
    keychain: createFakeKeychain().open,
    log,
    onSecret: guard.remember,
  });
  await keys.set('connectwise-public-key', fake.credentials.public_key);
  await keys.set('connectwise-private-key', fake.credentials.private_key);
  const ai = createAiAccess({
    keys,
    settings: fixed,
    // Asked for the models only.
    fetch: async () =>
      Response.json({ data: [MODEL], has_more: false, first_id: null, last_id: null }),
    onChange: (status) => publish('ai.changed', status),
  });
  const account = createAiAccount({ usage: () => store.current().usage, settings: fixed, log });
  const previews = createPreviews({
    store: store.current,
    ai: {
      state: async () => (await ai.status()).state,
      tone: async () => 'plain',
      generator: { generate: neverAsked },
    },
    secrets: guard,
    log,
    onProgress: (progress) => publish('preview.progress', progress),
  });
  const psa = createPsaAccess({
    keys,
    settings: fixed,
    connect: async () => connectWiseOver(fake),
    onChange: (status) => publish('psa.changed', status),
  });
  const posting = createPosting({
    store: store.current,
    check: previews.check,
    shown: previews.shown,
    psa: psa.current,
    rules: async () => CONNECTWISE_RULES,
    sleep: async () => {},
    onProgress: (progress) => publish('posting.progress', progress),
    log,
  });
  const desktop = {
    openLink: async (url: string) => safeExternalUrl(url) !== null,
    openFolder: async () => true,
    copyText: () => {},
    copySecret: async () => {},
    exportFile: async (name: string) => name,
    chooseFolder: async () => exports,
  };
  const scripts = createScriptService({ store: store.current, secrets: guard, desk: desktop });
  const { createCopilot } = await loadChat();
  const copilot = createCopilot({
    store: store.current,
    ai,
    account,
    secrets: guard,
    templates: { list: scripts.list, problems: scripts.validate },
    similar: (session_id, query, signal) =>
      query === null
        ? search.similarTo(session_id, 5, signal)
        : search.similarToText(query, { except: session_id, limit: 5, signal }),
    unsupported: unsupportedNames,
    tell: {
      progress: (progress) => publish('copilot.progress', progress),
      ended: (ended) => publish('copilot.ended', ended),
      changed: () => {},
    },
    log,
  });
  const data = createDataService({
    store,
    search,
    isPosting: posting.isPosting,
    settings: Promise.resolve(settings),
    removeKeys: async () => {},
    forgetPage: async () => {},
    say: () => {},
    chooseFolder: desktop.chooseFolder,
    onExportProgress: (progress) => publish('data.exported', progress),
    folders: { data: join(folder, 'data'), logs, others: [] },
    workers: { maintenance: MAINTENANCE_WORKER, export: EXPORT_WORKER },
    log,
  });
  const links: OutsideLink[] = [
    { kind: 'session', session_id: 7 },
    { kind: 'ticket', ticket_id: TICKET },
  ];
  const updates = createUpdates({
    currentVersion: '0.0.0',
    byHand: null,
    openSource: async () => ({
      check: async () => ({ version: '0.0.1', size: 1, notes: null }),
      download: async () => {},
      install: () => {},
    }),
    settings: fixed,
    isPosting: posting.isPosting,
    tellPage: () => false,
    onChange: (status) => publish('updates.changed', status),
    log,
  });
  const handlers = createHandlers({
    store,
    search,
    previews,
    posting,
    psa,
    settings: Promise.resolve(settings),
    credentials: keys,
    ai,
    account,
    copilot,
    scripts: async () => scripts,
    updates: async () => updates,
    data: async () => data,
    window: { takeLink: () => links.pop() ?? null, report: async () => 'a report' },
    secrets: guard,
    desktop,
    publish,
    log,
    addSamples: addSampleSessions,
    info: () => ({
      version: '0.0.0',
      platform: 'linux',
      home: folder,
      demo: false,
      clock_warning: null,
    }),
  });
  const router = createRouter({ handlers, log, redact: guard.redactKnown });
  store.open();
  await seed(store.current(), router);
  if (number % FAULTS.length === 0) await seedPostings(store.current(), router, fake);
  await ai.setKey('sk-ant-fuzz');

  return {
    router,
    fake,
    log: kept,
    wrongEvents,
    store: () => store.current(),
    /** Paths of what can be gone back to. */
    backups: () => {
      const backups = join(folder, 'data', 'backups');
      return existsSync(backups) ? readdirSync(backups).map((name) => join(backups, name)) : [];
    },
    /** The oldest first. */
    sessionIds: () =>
      store
        .current()
        .sessions.list({ limit: 1_000 })
        .map(({ id }) => id)
        .sort((one, other) => one - other),
    async close() {
      updates.close();
      copilot.close();
      await posting.close();
      await search.close();
      store.close();
      await fake.stop();
      dispose();
    },
  };
}

const MODEL = {
  type: 'model',
  id: 'claude-sonnet-5-5',
  display_name: 'Claude Sonnet',
  created_at: '2026-01-05T00:00:00Z',
};

async function neverAsked(): Promise<never> {
  throw new Error('the AI is off');
}
