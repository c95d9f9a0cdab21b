import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  asUpdateFault,
  installationOf,
  isWriteBackUnderWay,
  mayAsk,
  readFeed,
  readManifest,
  replaceFile,
} from '../../../electron/updates/index.ts';
import { sha512Of } from '../../fakes/update-feed.ts';

const GENERIC =
  'provider: generic\nurl: https://updates.example.com/app/\nupdaterCacheDirName: x\n';

describe('the feed', () => {
  test('is read from what the builder writes', () => {
    expect(readFeed(GENERIC)).toEqual({
      provider: 'generic',
      url: 'https://updates.example.com/app/',
      cache: 'x',
    });
    expect(readFeed("owner: acme\nrepo: 'flow'\nprovider: github\n")).toEqual({
      provider: 'github',
      owner: 'acme',
      repo: 'flow',
      cache: null,
    });
  });

  test.each([
    '',
    'provider: generic\nurl: http://updates.example.com\n',
    'provider: generic\nurl: https://user:secret@updates.example.com\n',
    'provider: custom\nurl: https://updates.example.com\n',
    'provider: github\nowner: acme\nrepo: flow\ntoken: t\n',
  ])('is none where it is not safe or not known: %j', (text) => {
    expect(readFeed(text)).toBeNull();
  });

  test.each([
    [GENERIC, 'https://updates.example.com/app/latest.yml', true],
    [GENERIC, 'https://updates.example.com:444/app/latest.yml', false],
    [GENERIC, 'http://updates.example.com/app/latest.yml', false],
    [GENERIC, 'https://updates.example.com.evil.test/latest.yml', false],
    [GENERIC, 'file:///etc/passwd', false],
    ['provider: generic\nurl: http://127.0.0.1:9\n', 'http://127.0.0.1:9/a', true],
    ['provider: generic\nurl: http://127.0.0.1:9\n', 'http://127.0.0.1:8/a', false],
    ['provider: github\nowner: a\nrepo: b\n', 'https://github.com/a/b/releases.atom', true],
    ['provider: github\nowner: a\nrepo: b\n', 'https://objects.githubusercontent.com/x', true],
    ['provider: github\nowner: a\nrepo: b\n', 'http://github.com/a/b', false],
    ['provider: github\nowner: a\nrepo: b\n', 'https://githubusercontent.com.evil.test/x', false],
  ])('of %j may ask %s: %s', (text, url, may) => {
    const feed = readFeed(text);
    expect(feed !== null && mayAsk(feed, url)).toBe(may);
  });
});

describe('a manifest', () => {
  const file = { url: 'a.AppImage', sha512: sha512Of(Buffer.from('a')), size: 5 };

  test('tells the size of the file of this installation, and its notes as plain text', () => {
    const files = [{ ...file, url: 'a.deb', size: 9 }, file];
    const releaseNotes = '## 2.0.0\n- <b>Fast</b>';
    expect(readManifest({ version: '2.0.0', files, releaseNotes }, '.appimage').offer).toEqual({
      version: '2.0.0',
      size: 5,
      notes: '## 2.0.0\n- Fast',
    });
  });

  test.each([
    null,
    'text',
    { version: '2.0.0' },
    { version: '2.0.0', files: [] },
    { version: '2.0.0', files: [{ ...file, sha512: undefined, sha2: 'ab' }] },
    { version: '2.0.0', files: [{ ...file, sha512: 'short' }] },
    { version: '2.0.0', files: [{ ...file, size: 0 }] },
    { version: '2.0.0', files: [{ ...file, size: 1e12 }] },
  ])('that cannot be held to is refused: %j', (given) => {
    expect(() => readManifest(given, '.appimage')).toThrow(/cannot be read/);
  });
});

describe('an installation', () => {
  const linux = {
    platform: 'linux',
    executable: '/tmp/.mount_x/resolutionflow-desktop',
    isFile: () => true,
  } as const;

  test('replaces itself as an AppImage that it runs from', () => {
    const env = { APPIMAGE: '/home/a/R.AppImage', APPDIR: '/tmp/.mount_x' };
    expect(installationOf({ ...linux, env })).toEqual({
      kind: 'app_image',
      file: '/home/a/R.AppImage',
    });
  });

  test.each([
    ['a package', {}],
    ['a program that another AppImage started', { APPIMAGE: '/a/B.AppImage', APPDIR: '/tmp/b' }],
    ['one whose mount only begins alike', { APPIMAGE: '/a/B.AppImage', APPDIR: '/tmp/.mount_' }],
    ['a file of no place', { APPIMAGE: 'R.AppImage', APPDIR: '/tmp/.mount_x' }],
  ])('does not as %s', (_, env) => {
    expect(installationOf({ ...linux, env }).kind).toBe('by_hand');
  });

  test('on Windows replaces itself where the installer put it', () => {
    const windows = {
      platform: 'win32',
      env: {},
      executable: 'C:\\Program Files\\ResolutionFlow\\ResolutionFlow.exe',
    } as const;
    const uninstaller = 'C:\\Program Files\\ResolutionFlow\\Uninstall ResolutionFlow.exe';
    const isFile = (path: string) => path === uninstaller;
    expect(installationOf({ ...windows, isFile }).kind).toBe('nsis');
    expect(installationOf({ ...windows, isFile: () => false }).kind).toBe('by_hand');
  });
});

describe('replacing a file', () => {
  let folder: string;
  const NEW = Buffer.from('new version');
  const paths = () => ({ from: join(folder, 'download'), to: join(folder, 'R.AppImage') });

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'replace-'));
    writeFileSync(paths().from, NEW);
    writeFileSync(paths().to, 'old version', { mode: 0o700 });
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  test('leaves the new one under the old name, ready to run, and nothing beside it', () => {
    replaceFile({ ...paths(), sha512: sha512Of(NEW) });
    expect(readFileSync(paths().to)).toEqual(NEW);
    expect(statSync(paths().to).mode & 0o777).toBe(0o755);
    expect(readdirSync(folder)).toEqual(['R.AppImage']);
  });

  test('leaves the old one where the download is not what it was', () => {
    writeFileSync(paths().from, 'changed on disk');
    expect(() => replaceFile({ ...paths(), sha512: sha512Of(NEW) })).toThrow(/not the one/);
    expect(readFileSync(paths().to, 'utf8')).toBe('old version');
    expect(readdirSync(folder).toSorted()).toEqual(['R.AppImage', 'download']);
  });

  test('leaves the old one where there is no download', () => {
    rmSync(paths().from);
    expect(() => replaceFile({ ...paths(), sha512: sha512Of(NEW) })).toThrow();
    expect(readFileSync(paths().to, 'utf8')).toBe('old version');
  });
});

test.each([
  ['net::ERR_INTERNET_DISCONNECTED', 'offline'],
  ['net::ERR_NAME_NOT_RESOLVED', 'offline'],
  ['net::ERR_PROXY_CONNECTION_FAILED', 'offline'],
  ['net::ERR_CONNECTION_TIMED_OUT', 'no_answer'],
  ['net::ERR_CERT_AUTHORITY_INVALID', 'certificate'],
  ['net::ERR_BLOCKED_BY_CLIENT', 'elsewhere'],
  ['net::ERR_CONTENT_LENGTH_MISMATCH', 'interrupted'],
  ['ENOSPC: no space left on device, write', 'disk_full'],
  ['EROFS: read-only file system', 'not_writable'],
  ['Cannot update while running on a read-only volume.', 'not_writable'],
  ['Could not get code signature for running application', 'signature'],
  ['sha512 checksum mismatch, expected a, got b', 'checksum'],
  ['Cannot download "https://x/y", status 503: Service Unavailable', 'server'],
  ['anything else', 'other'],
])('%s is told as %s', (message, kind) => {
  expect(asUpdateFault(new Error('outer', { cause: new Error(message) })).kind).toBe(kind);
});

test('a write-back is under way while it runs and while nobody knows how it went', () => {
  const item = (stage: string) => ({ stage }) as never;
  const over = (stages: readonly string[], running = false) =>
    isWriteBackUnderWay({ isPosting: () => running, outbox: () => stages.map(item) });
  expect(over([], true)).toBe(true);
  expect(over(['note_sending'])).toBe(true);
  expect(over(['queued', 'status_sending'])).toBe(true);
  expect(over(['queued', 'asking', 'note_unknown', 'status_unverified'])).toBe(false);
  const broken = () => {
    throw new Error('no store');
  };
  expect(isWriteBackUnderWay({ isPosting: () => false, outbox: broken })).toBe(false);
});
