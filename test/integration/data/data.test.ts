import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { createDataService } from '../../../electron/data/index.ts';
import { createStoreAccess } from '../../../electron/ipc/index.ts';
import { createSearchClient } from '../../../electron/sessions/index.ts';
import { createSettings } from '../../../electron/settings/index.ts';
import { AppError } from '../../../shared/errors.ts';
import { createTestLog } from '../../fixtures/log.ts';
import { createTestClock, createTestFolder, fillStore } from '../../fixtures/sessions.ts';

const worker = (name: string) =>
  new URL(`../../../electron/sessions/${name}-worker.ts`, import.meta.url);

/** The service over a real store, with what a person would be asked for answered beforehand. */
function installation(
  given: {
    readonly chosen?: string | null;
    readonly isPosting?: () => boolean;
    readonly removeKeys?: () => Promise<void>;
  } = {},
) {
  const { folder, dispose } = createTestFolder();
  const log = createTestLog();
  const data = join(folder, 'data');
  const logs = join(folder, 'logs');
  mkdirSync(logs);
  writeFileSync(join(logs, 'main.log'), 'old');
  writeFileSync(join(folder, 'window.json'), '{}');
  const events: string[] = [];
  const progress: { done: number; total: number }[] = [];
  const said: string[] = [];
  const store = createStoreAccess({
    folder: data,
    now: createTestClock(),
    log,
    publish: (name) => events.push(name),
  });
  store.open();
  const search = createSearchClient({
    worker: worker('search'),
    file: join(data, 'resolutionflow.db'),
    log,
  });
  onTestFinished(async () => {
    await search.close();
    store.close();
    dispose();
  });
  const values = new Map<string, unknown>();
  const settings = createSettings({
    backing: {
      get: (name) => values.get(name),
      set: (changes) => {
        for (const [name, value] of Object.entries(changes)) values.set(name, value);
      },
      clear: () => values.clear(),
      trouble: () => ({ set_aside: null, lasting: true }),
    },
    onChange: () => events.push('settings'),
  });
  const service = createDataService({
    store,
    search,
    isPosting: given.isPosting ?? (() => false),
    settings: Promise.resolve(settings),
    removeKeys: given.removeKeys ?? (async () => void events.push('keys')),
    forgetPage: async () => void events.push('page'),
    say: (message) => said.push(message),
    chooseFolder: async () => (given.chosen === undefined ? folder : given.chosen),
    onExportProgress: (step) => progress.push(step),
    folders: { data, logs, others: [join(folder, 'window.json')] },
    workers: { maintenance: worker('maintenance'), export: worker('export') },
    log,
  });
  const addSession = (title: string) =>
    store.current().sessions.create({ title, intake: 'x', domain: 'other', ticket_ref: null });
  const titles = () =>
    store
      .current()
      .sessions.list({ limit: 100 })
      .map(({ title }) => title);
  return {
    folder,
    data,
    logs,
    store,
    search,
    settings,
    service,
    events,
    progress,
    said,
    addSession,
    titles,
  };
}

describe('backups', () => {
  test('one is made now, and one can go back to it; what was there since is kept', async () => {
    const { service, store, search, addSession, titles, data, events } = installation();
    addSession('Before');
    const made = await service.backUp();
    expect(made).toMatchObject({ sessions: 1 });
    addSession('After');
    expect(await search.search('After', 5)).toHaveLength(1);
    expect(await service.backups()).toEqual([made]);

    expect(await service.restore(made.file)).toMatchObject({ state: 'ready' });
    expect(titles()).toEqual(['Before']);
    expect(await search.search('After', 5)).toEqual([]);
    expect(events).toContain('store.changed');
    const [kept] = readdirSync(join(data, 'replaced')).filter((name) => name.endsWith('.db'));
    expect(kept).toBeDefined();
    expect(existsSync(join(data, 'damaged'))).toBe(false);
    addSession('Written again');
    expect(store.status().state).toBe('ready');
  });

  test('a damaged or foreign one changes nothing', async () => {
    const { service, addSession, titles, data } = installation();
    addSession('Kept');
    const made = await service.backUp();
    truncateSync(made.file, 5_000);
    expect(await service.backups()).toEqual([]);
    await expect(service.restore(made.file)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(service.restore('/etc/passwd')).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(titles()).toEqual(['Kept']);
    expect(readdirSync(data).filter((name) => name.includes('restoring'))).toEqual([]);
  });

  test('one of a newer version changes nothing', async () => {
    const { service, addSession, titles, data } = installation();
    addSession('Kept');
    const made = await service.backUp();
    const newer = new Database(made.file);
    newer.pragma('user_version = 9999');
    newer.close();
    await expect(service.restore(made.file)).rejects.toMatchObject({
      code: 'NOT_FOUND',
      message: expect.stringMatching(/newer version.*Nothing was changed/),
    });
    expect(titles()).toEqual(['Kept']);
    expect(existsSync(join(data, 'replaced'))).toBe(false);
    expect(readdirSync(data).filter((name) => name.includes('restoring'))).toEqual([]);
  });

  test('of what is set aside none is made, for it is kept whole', async () => {
    const { service, store, addSession, titles, data } = installation();
    addSession('Before');
    const made = await service.backUp();
    // An hour and more ago, so that closing would make another.
    const long = join(data, 'backups', 'resolutionflow-2001-01-01T000000Z.db');
    renameSync(made.file, long);
    utimesSync(long, 1, 1);
    addSession('After');
    await service.restore(long);
    expect(titles()).toEqual(['Before']);
    expect(readdirSync(join(data, 'backups'))).toEqual([basename(long)]);
    expect(store.status().state).toBe('ready');
    const [kept = ''] = readdirSync(join(data, 'replaced')).filter((name) => name.endsWith('.db'));
    const aside = new Database(join(data, 'replaced', kept), { readonly: true });
    expect(aside.prepare('SELECT title FROM sessions ORDER BY title').pluck().all()).toEqual([
      'After',
      'Before',
    ]);
    aside.close();
  });

  test('a journal that an earlier attempt left is not taken for that of the copy', async () => {
    const { service, addSession, titles, data } = installation();
    addSession('Before');
    const made = await service.backUp();
    const copy = join(data, 'resolutionflow.db.restoring');
    for (const ending of ['', '-wal', '-shm']) writeFileSync(`${copy}${ending}`, 'left over');
    await service.restore(made.file);
    expect(titles()).toEqual(['Before']);
    expect(readdirSync(data).filter((name) => name.includes('restoring'))).toEqual([]);
  });
});

describe('a damaged file', () => {
  test('makes way for a backup, and is kept as it was', async () => {
    const { service, store, addSession, titles, data } = installation();
    addSession('Before');
    const made = await service.backUp();
    store.close();
    const file = join(data, 'resolutionflow.db');
    writeFileSync(file, 'not a database any more');
    store.open();
    expect(store.status().state).toBe('unavailable');
    await expect(service.backUp()).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE' });

    await expect(service.recover('/etc/passwd')).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(readFileSync(file, 'utf8')).toBe('not a database any more');
    expect(await service.recover(made.file)).toMatchObject({ state: 'ready' });
    expect(titles()).toEqual(['Before']);
    const [kept = ''] = readdirSync(join(data, 'damaged'));
    expect(readFileSync(join(data, 'damaged', kept), 'utf8')).toBe('not a database any more');
    expect(existsSync(join(data, 'replaced'))).toBe(false);
  });

  test('that could be opened after all stays', async () => {
    const { service, addSession, titles } = installation();
    addSession('Before');
    const made = await service.backUp();
    addSession('After');
    expect(await service.recover(made.file)).toMatchObject({ state: 'ready' });
    expect(titles()).toHaveLength(2);
  });
});

describe('a note under way', () => {
  test('keeps both from being done', async () => {
    const { service, addSession, titles, events } = installation({ isPosting: () => true });
    addSession('Being posted');
    const made = await service.backUp();
    await expect(service.restore(made.file)).rejects.toMatchObject({
      code: 'CONFLICT',
      message: expect.stringMatching(/note is on its way/),
    });
    await expect(service.deleteAll()).rejects.toMatchObject({ code: 'CONFLICT' });
    expect(titles()).toEqual(['Being posted']);
    expect(events).not.toContain('keys');
  });

  test('so does an answer that is being written', async () => {
    const { service, store, addSession } = installation();
    const { id } = addSession('Being answered');
    const { messages } = store.current();
    const question = messages.add({ session_id: id, author: 'technician', body: 'Why?' });
    messages.startAnswer({ session_id: id, reply_to: question.id });
    await expect(service.deleteAll()).rejects.toMatchObject({
      code: 'CONFLICT',
      message: expect.stringMatching(/copilot/),
    });
  });
});

describe('deleting everything', () => {
  test('leaves nothing, and starts empty', async () => {
    const { service, settings, addSession, titles, data, logs, folder, events, said } =
      installation();
    addSession('Gone');
    await service.backUp();
    mkdirSync(join(data, 'damaged'));
    settings.update({ theme: 'dark' });
    expect(await service.deleteAll()).toMatchObject({ state: 'ready' });
    expect(titles()).toEqual([]);
    expect(settings.get().theme).toBe('system');
    expect(readdirSync(logs)).toEqual([]);
    expect(existsSync(join(folder, 'window.json'))).toBe(false);
    expect(readdirSync(data).filter((name) => !name.startsWith('resolutionflow.'))).toEqual([]);
    expect(said).toEqual([]);
    expect(events.filter((name) => ['keys', 'store.changed', 'page'].includes(name))).toEqual([
      'keys',
      'store.changed',
      'page',
    ]);
    expect(readdirSync(data).some((name) => readFileSync(join(data, name)).includes('Gone'))).toBe(
      false,
    );
    addSession('New');
    expect(titles()).toEqual(['New']);
  });

  test('deletes nothing where a key may stay behind', async () => {
    const { service, addSession, titles } = installation({
      removeKeys: async () => {
        throw new AppError('KEYCHAIN_UNAVAILABLE', 'The keychain did not answer.');
      },
    });
    addSession('Kept');
    await expect(service.deleteAll()).rejects.toMatchObject({ code: 'KEYCHAIN_UNAVAILABLE' });
    expect(titles()).toEqual(['Kept']);
  });

  test('is done once, and no call gets at the store meanwhile', async () => {
    const { service, store, addSession } = installation();
    addSession('Gone');
    const first = service.deleteAll();
    await expect(service.deleteAll()).rejects.toMatchObject({ code: 'CONFLICT' });
    await first;
    expect(store.status().state).toBe('ready');
  });
});

describe('exporting everything', () => {
  test('writes plain files that hold all of it', async () => {
    const { service, store, progress, folder } = installation();
    fillStore(store.current(), { sessions: 30, messagesEach: 250, factsEach: 2 });
    const { id } = store.current().sessions.create({
      title: 'Ünïcode / “quotes” ..\\',
      intake: 'x',
      domain: 'other',
      ticket_ref: 'CW #7',
    });
    store.current().attachments.addImage({
      session_id: id,
      name: 'Screen.png',
      media_type: 'image/png',
      bytes: Buffer.from([1, 2, 3]),
    });
    store.current().drafts.save({
      session_id: id,
      kind: 'resolve',
      markdown: '## Problem\n\nÜ',
      base_markdown: '',
      base_state_version: 1,
    });
    const { facts, names, sessions: kept } = store.current();
    const source_type = 'technician';
    facts.add({ session_id: id, text: 'x', source_type, role: 'cause', customer_wording: 'y' });
    names.set(id, { name: 'SRV01', kind: 'host', wording: 'the server' });
    kept.update(id, { customer_summary: 'Slow', escalation_reason: 'vendor' });
    const made = await service.exportAll(new AbortController().signal);
    expect(made).toMatchObject({ sessions: 31 });
    const exported = made?.folder ?? '';
    expect(basename(exported)).toMatch(/^ResolutionFlow export \d{4}-\d\d-\d\d \d{4}$/);
    const lines = readFileSync(join(exported, 'sessions.jsonl'), 'utf8').trimEnd().split('\n');
    const sessions = lines.map((line) => JSON.parse(line));
    expect(sessions).toHaveLength(31);
    for (const { session, messages, facts } of sessions) {
      if (session.id !== id) expect([messages.length, facts.length]).toEqual([250, 2]);
    }
    expect(new Set(sessions.map(({ session }) => session.id)).size).toBe(31);
    expect(sessions.find(({ session }) => session.id === id)).toMatchObject({
      session: { customer_summary: 'Slow', escalation_reason: 'vendor', language: 'en' },
      facts: [{ role: 'cause', customer_wording: 'y' }],
      names: [{ name: 'SRV01', wording: 'the server' }],
    });
    expect(readdirSync(join(exported, 'notes'))).toEqual([
      `${id}-u-ni-code-quotes-resolution-note-draft.md`,
    ]);
    expect(readdirSync(join(exported, 'attachments'))).toEqual([`${id}-1.png`]);
    expect(JSON.parse(readFileSync(join(exported, 'settings.json'), 'utf8'))).toHaveProperty(
      'theme',
      'system',
    );
    expect(progress.at(-1)).toEqual({ done: 31, total: 31 });
    const again = await service.exportAll(new AbortController().signal);
    expect(again?.folder).not.toBe(exported);
    expect(readdirSync(folder).filter((name) => name.endsWith('.partial'))).toEqual([]);
  });

  test('leaves nothing behind when it is stopped, or where it cannot write', async () => {
    const { service, store, folder } = installation();
    fillStore(store.current(), { sessions: 300, messagesEach: 20, factsEach: 1 });
    const controller = new AbortController();
    const running = service.exportAll(controller.signal);
    await vi.waitFor(
      () => expect(readdirSync(folder).some((name) => name.endsWith('.partial'))).toBe(true),
      { interval: 5 },
    );
    controller.abort(new AppError('CANCELLED', 'Stopped.'));
    await expect(running).rejects.toMatchObject({ code: 'CANCELLED' });
    expect(readdirSync(folder).filter((name) => name.includes('export'))).toEqual([]);

    const elsewhere = installation({ chosen: join(folder, 'not', 'there') });
    await expect(elsewhere.service.exportAll(new AbortController().signal)).rejects.toMatchObject({
      code: 'INVALID_INPUT',
    });
    const refused = installation({ chosen: null });
    expect(await refused.service.exportAll(new AbortController().signal)).toBeNull();
  });
});
