import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { coverNames } from '../../../electron/diagnostics/cover.ts';
import { type DiagnosticsSources, makeReport } from '../../../electron/diagnostics/index.ts';
import { hostOf, settingsLines } from '../../../electron/diagnostics/settings-lines.ts';
import { createSecretGuard } from '../../../electron/secrets/index.ts';
import { DEFAULT_SETTINGS } from '../../../shared/domain/settings.ts';

const NAMES = {
  user_folder: '/home/ann',
  home: '/home/ann/.config/ResolutionFlow',
  user: 'ann.lee',
  computer: 'WS-0042.contoso.local',
};

describe('covered names', () => {
  it.each([
    ['/home/ann/.config/ResolutionFlow/data/x.db', '(home)/data/x.db'],
    ['/home/ann/notes.txt', '~/notes.txt'],
    ['C:\\Users\\bob\\AppData\\x', 'C:\\Users\\(user)\\AppData\\x'],
    ['file:///home/zoe/x', 'file:///home/(user)/x'],
    ['ws-0042 answered, WS-0042.contoso.local too', '(computer) answered, (computer) too'],
    ['for ANN.LEE only', 'for (user) only'],
    ['annalees', 'annalees'],
    ['mail to zoe.o@fabrikam.co.uk.', 'mail to (e-mail).'],
    [
      'GET https://na.myconnectwise.net/v4/tickets/48213?x=1 failed',
      'GET https://na.myconnectwise.net/… failed',
    ],
    ['https://me:pw@host.example/a', 'https://host.example/…'],
  ])('%s', (text, expected) => {
    expect(coverNames(text, NAMES)).toBe(expected);
  });

  it('are none where there is no name', () => {
    const none = { user_folder: '', home: '', user: '', computer: '' };
    expect(coverNames('all as it is', none)).toBe('all as it is');
  });
});

describe('the settings in a report', () => {
  it('tell of texts only whether they are set, unknown ones too', () => {
    const lines = settingsLines({
      ...DEFAULT_SETTINGS,
      connectwise_company: 'contoso',
      connectwise_statuses: { 1: {} },
      a_new_one: 'Ann',
    });
    expect(lines).toContain('connectwise_company: set');
    expect(lines).toContain('connectwise_site: not set');
    expect(lines).toContain('connectwise_statuses: 1 entry');
    expect(lines).toContain('theme: system');
    expect(lines).toContain('a_new_one: set');
    expect(lines.join()).not.toMatch(/contoso|Ann/);
  });

  it.each([
    ['', 'not set'],
    ['na.myconnectwise.net', 'na.myconnectwise.net'],
    ['https://me:pw@api.example:8443/v1?key=1', 'api.example:8443'],
    ['not an address at all', 'not an address'],
  ])('tell of %j the host alone', (address, expected) => {
    expect(hostOf(address)).toBe(expected);
  });
});

describe('the report', () => {
  let home: string;
  let sources: DiagnosticsSources;
  const guard = createSecretGuard();
  guard.remember('Kettle-41-Lamp');

  beforeEach(() => {
    home = mkdtempSync(join(tmpdir(), 'diagnostics-'));
    mkdirSync(join(home, 'logs'));
    const logs = [join(home, 'logs', 'main.log'), join(home, 'logs', 'main.1.log')];
    sources = {
      app: () => ['ResolutionFlow 1.0.0'],
      names: () => ({ ...NAMES, home }),
      home,
      folders: { logs: join(home, 'logs') },
      logs,
      store: () => ({ state: 'ready', file: join(home, 'data', 'x.db') }),
      check: async () => ({ version: 8, ok: true, problems: [] }),
      settings: async () => ({ ...DEFAULT_SETTINGS, connectwise_site: 'cw.contoso.example/x' }),
      keychain: async () => 'memory',
      ai: async () => ({ state: 'no_key', has_key: false, key_storage: 'memory' }),
      psa: async () => ({
        state: 'not_configured',
        missing: ['company'],
        has_keys: false,
        key_storage: 'memory',
      }),
      redact: guard.redactAll,
      now: () => 0,
    };
  });
  afterEach(() => rmSync(home, { recursive: true, force: true }));

  it('tells of every part, and of the log its last lines from more than one file', async () => {
    const lines = (from: number, to: number) =>
      Array.from({ length: to - from }, (_, index) => `line ${from + index}\n`).join('');
    writeFileSync(join(home, 'logs', 'main.1.log'), lines(0, 500));
    writeFileSync(join(home, 'logs', 'main.log'), lines(500, 550));
    const report = await makeReport(sources);
    expect(report.match(/^## .*$/gm)).toEqual([
      '## App',
      '## Data',
      '## Store',
      '## Settings',
      '## Keychain',
      '## AI',
      '## ConnectWise',
      '## Log, last 200 lines',
    ]);
    expect(report).toContain('Made 1970-01-01T00:00:00.000Z');
    expect(report).toContain('version 8');
    expect(report).toContain('host: cw.contoso.example\n');
    expect(report.match(/^line \d+$/gm)).toHaveLength(200);
    expect(report).toContain('line 350\n');
    expect(report).toContain('line 549\n');
    expect(report).not.toContain('line 349\n');
  });

  it('holds no secret, however it came into the log, and no name', async () => {
    writeFileSync(
      join(home, 'logs', 'main.log'),
      [
        'sign-in with Kettle-41-Lamp',
        `encoded ${Buffer.from('Kettle-41-Lamp').toString('base64')}`,
        'key sk-ant-api03-abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789abcdefghijklmnopqrstu-AAAAAAAA',
        `at ann.lee on WS-0042, ${home}/data, zoe@contoso.example`,
        `${'x'.repeat(700)}`,
      ].join('\n'),
    );
    const report = await makeReport(sources);
    expect(report).not.toMatch(/Kettle|S2V0dGxl|sk-ant|ann\.lee|WS-0042|zoe@|x{601}/);
    expect(report).not.toContain(home);
  });

  it('says in its place what could not be had, or in time', async () => {
    const report = await makeReport({
      ...sources,
      limitMilliseconds: 20,
      keychain: () => new Promise(() => {}),
      check: async () => {
        throw new Error('The thread ended with 1.');
      },
      store: () => ({ state: 'ready', file: 'x' }),
    });
    expect(report).toContain('## Keychain\n(not to be had: no answer within 0.02 s)');
    expect(report).toContain('## Store\n(not to be had: The thread ended with 1.)');
    expect(report).toContain('## ConnectWise\nstate: not_configured');
    expect(report).toContain('(nothing)');
  });

  it('tells of a store that is out of use', async () => {
    const report = await makeReport({
      ...sources,
      store: () => ({
        state: 'unavailable',
        kind: 'damaged',
        message: 'The file is damaged.',
        file: 'x',
        set_aside: null,
        backups: [],
      }),
    });
    expect(report).toContain('not in use: damaged');
  });
});
