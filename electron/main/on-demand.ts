import { join } from 'node:path';
import { app, dialog } from 'electron';
import * as copilot from '../copilot/index.ts';
import * as credentials from '../credentials/index.ts';
import * as ipc from '../ipc/index.ts';
import * as sessions from '../sessions/index.ts';
import * as shell from '../shell/index.ts';
import { type Ground, workerFile } from './ground.ts';
import type { Notes } from './notes.ts';

/** Earlier sessions that one search of the copilot brings. */
const SIMILAR_SESSIONS = 5;

/** Parts that are loaded when they are first asked for, which on many days they never are. */
export function joinOnDemand(ground: Ground, notes: Notes) {
  const scripts = openScripts(ground);
  return {
    scripts,
    copilot: openCopilot(ground, scripts),
    data: openData(ground, notes),
    updates: openUpdates(ground, notes),
    report: () => makeReport(ground),
  };
}

function openScripts({ store, guard, desktop, bus }: Ground) {
  return once(async () => {
    const { createScriptService } = await import('../scripts/index.ts');
    const service = createScriptService({ store: store.current, secrets: guard, desk: desktop });
    bus.subscribe((name, payload) => {
      if (name === 'session.changed' && 'session_id' in payload) {
        service.sessionChanged(payload.session_id);
      }
    });
    return service;
  });
}

function openCopilot(ground: Ground, openScripts: OpenScripts) {
  const { guard, log, publish, store, search, ai, account } = ground;
  return ipc.createLazyCopilot(async () => {
    const [{ createCopilot }, { unsupportedNames }, scripts] = await Promise.all([
      copilot.loadChat(),
      import('../drafting/index.ts'),
      openScripts(),
    ]);
    return createCopilot({
      store: store.current,
      ai,
      account,
      secrets: guard,
      templates: { list: scripts.list, problems: scripts.validate },
      similar: (session_id, query, signal) =>
        query === null
          ? search.similarTo(session_id, SIMILAR_SESSIONS, signal)
          : search.similarToText(query, { except: session_id, limit: SIMILAR_SESSIONS, signal }),
      unsupported: unsupportedNames,
      tell: {
        progress: (progress) => publish('copilot.progress', progress),
        ended: (ended) => publish('copilot.ended', ended),
        changed: (session_id) => ipc.sessionChanged({ store, publish, log }, session_id),
      },
      log,
    });
  });
}

type OpenScripts = ReturnType<typeof openScripts>;

function openData(ground: Ground, { posting }: Notes) {
  const { home, log, publish, preferences, store, search, keychain, desktop } = ground;
  return once(async () => {
    const { createDataService } = await import('../data/index.ts');
    return createDataService({
      store,
      search,
      isPosting: posting.isPosting,
      settings: preferences,
      removeKeys: async () => {
        for (const name of credentials.CREDENTIAL_NAMES) await keychain.remove(name);
      },
      forgetPage: shell.forgetPage,
      say: (message) => void dialog.showMessageBox({ type: 'warning', message }),
      chooseFolder: desktop.chooseFolder,
      onExportProgress: (progress) => publish('data.exported', progress),
      folders: {
        data: home.data,
        logs: home.logs,
        others: ['window.json', 'code-cache', 'updates'].map((name) => join(home.root, name)),
      },
      workers: {
        maintenance: workerFile('maintenance-worker'),
        export: workerFile('export-worker'),
      },
      log,
    });
  });
}

function openUpdates({ home, log, bus, publish, currentSettings }: Ground, { posting }: Notes) {
  return once(async () => {
    const [{ createUpdates, isWriteBackUnderWay }, { findUpdateParts }] = await Promise.all([
      import('../updates/index.ts'),
      import('../shell/update-parts.ts'),
    ]);
    const { hasPage, ...found } = findUpdateParts({ home, log });
    const updates = createUpdates({
      ...found,
      settings: currentSettings,
      isPosting: () => isWriteBackUnderWay(posting),
      tellPage(request) {
        publish('updates.saving', { request });
        return hasPage();
      },
      onChange: (status) => publish('updates.changed', status),
      log,
    });
    bus.subscribe((name) => {
      if (name === 'settings.changed') updates.settingsChanged();
    });
    app.on('will-quit', updates.close);
    return updates;
  });
}

async function makeReport(ground: Ground): Promise<string> {
  const { home, guard, currentSettings, store, keychain, ai, connection } = ground;
  const diagnostics = await import('../diagnostics/index.ts');
  const log_file = shell.logFile(home.logs);
  return diagnostics.makeReport({
    app: () => shell.appFacts(home.demo),
    names: () => shell.localNames(home.root),
    home: home.root,
    folders: { database: home.data, backups: home.backups, logs: home.logs },
    logs: [log_file, ...shell.olderLogs(log_file)],
    store: store.status,
    check: async (file) => ({
      version: sessions.schemaVersion(file),
      ...(await sessions.runMaintenance({
        worker: workerFile('maintenance-worker'),
        task: 'check',
        file,
      })),
    }),
    settings: currentSettings,
    keychain: keychain.storage,
    ai: ai.status,
    psa: connection.status,
    redact: guard.redactAll,
  });
}

/** Runs `load` when it is first asked for, and never again unless it failed. */
function once<Result>(load: () => Promise<Result>): () => Promise<Result> {
  let loading: Promise<Result> | undefined;
  return () => {
    loading ??= load().catch((failure: unknown) => {
      loading = undefined;
      throw failure;
    });
    return loading;
  };
}
