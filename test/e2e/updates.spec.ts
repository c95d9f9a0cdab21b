import { once } from 'node:events';
import { chmod, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Page } from '@playwright/test';
import {
  type FakeUpdateFeed,
  type FeedFaults,
  sha512Of,
  startFakeUpdateFeed,
} from '../fakes/update-feed.ts';
import { AppUnderTest } from './app-under-test.ts';
import { expect, test } from './fixtures.ts';
import { appImageOf, type InstalledVersion, installVersion } from './installed-version.ts';
import { Technician } from './technician.ts';

test.skip(process.platform !== 'linux', 'AppImages are for Linux.');

const NOTES =
  '# Changelog\n\n## 2.0.0\n\n- Finds `tickets` twice as fast.\n\n## 1.0.0\n\n- Old news.\n';

/** An installed AppImage of version 1.0.0 and a feed, both in a folder of their own. */
interface Setting {
  readonly folder: string;
  readonly feed: FakeUpdateFeed;
  readonly app: AppUnderTest;
  /** The file that stands for the installed AppImage. */
  readonly installed: string;
  readonly old: InstalledVersion;
}

async function withInstalled(
  work: (setting: Setting) => Promise<void>,
  { asAppImage = true } = {},
): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'resolutionflow-update-'));
  const feed = await startFakeUpdateFeed();
  const old = await installVersion(join(folder, 'v1'), '1.0.0', feed.url);
  const installed = join(folder, 'My ResolutionFlow.AppImage');
  await writeFile(installed, 'the old version');
  await chmod(installed, 0o755);
  const app = await AppUnderTest.create({
    command: old.command,
    env: asAppImage ? { APPIMAGE: installed, APPDIR: old.mounted } : {},
  });
  try {
    await app.launch();
    await work({ folder, feed, app, installed, old });
    expect(app.unexpectedErrors()).toEqual([]);
  } catch (error) {
    await test.info().attach('main.log', { body: app.log });
    throw error;
  } finally {
    await app.dispose();
    await feed.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}

const notice = (page: Page) => page.getByRole('region', { name: 'Update', exact: true });

/** The window of the version that the update started by itself. */
async function windowAt(port: number): Promise<Page> {
  let page: Page | undefined;
  await expect(async () => {
    const browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`);
    page = browser.contexts()[0]?.pages()[0];
    expect(page).toBeDefined();
  }).toPass({ timeout: 30_000 });
  if (page === undefined) throw new Error('no window');
  await page.locator('html[data-ready="true"]').waitFor({ state: 'attached' });
  return page;
}

test('old version, notice, download, restart into the new one with the profile intact', async () => {
  test.setTimeout(120_000);
  await withInstalled(async ({ folder, feed, app, installed }) => {
    const port = await freePort();
    const next = await installVersion(join(folder, 'v2'), '2.0.0', feed.url);
    const bytes = appImageOf(next, port);
    feed.publish({ version: '2.0.0', bytes, notes: NOTES });
    const technician = new Technician(app.page);
    await technician.newSession({ title: 'Kept over the update', problem: 'x' });
    await technician.say('/fact The disk was full.');

    await technician.value('updates.check', {});
    await expect(notice(app.page)).toContainText('Version 2.0.0 is available');
    await notice(app.page).getByRole('button', { name: 'What’s new' }).click();
    const news = app.page.getByRole('dialog', { name: 'What’s new' });
    await expect(news).toContainText('Finds tickets twice as fast.');
    await expect(news).not.toContainText('Old news.');
    await app.page.keyboard.press('Escape');
    expect(await readFile(installed, 'utf8')).toBe('the old version');

    await notice(app.page)
      .getByRole('button', { name: /^Download/ })
      .click();
    await expect(notice(app.page)).toContainText('Version 2.0.0 is ready');
    expect(await readFile(installed, 'utf8')).toBe('the old version');

    // Typed at the last moment, before any pause of the autosave.
    await technician.preview('escalate');
    await technician.typeAfter('## Problem', '\nLast words before the update.');
    const ended = once(app.electron.process(), 'exit');
    await notice(app.page).getByRole('button', { name: 'Restart to update' }).click();
    await ended;

    const page = await windowAt(port);
    expect((await readFile(installed)).equals(bytes)).toBe(true);
    expect(await readdir(folder)).toEqual(['My ResolutionFlow.AppImage', 'v1', 'v2']);
    const after = new Technician(page);
    expect((await after.value('app.info', {})).version).toBe('2.0.0');
    expect((await after.value('app.info', {})).home).toBe(app.home);
    await after.openSession('Kept over the update');
    await expect(after.region('What we know')).toContainText('The disk was full.');
    await after.preview('escalate');
    expect(await after.noteText()).toContain('Last words before the update.');
    expect((await after.value('updates.check', {})).phase).toEqual({ kind: 'up_to_date' });
    await page.evaluate(() => window.close()).catch(() => {});
    await expect
      .poll(() =>
        fetch(`http://127.0.0.1:${port}/json/version`).then(
          () => 'up',
          () => 'down',
        ),
      )
      .toBe('down');
  });
});

test('what does not match is refused, deleted, and told with what to do', async () => {
  test.setTimeout(120_000);
  await withInstalled(async ({ feed, app, installed }) => {
    const technician = new Technician(app.page);
    const bytes = Buffer.alloc(500_000, 'new ');
    const elsewhere = await startFakeUpdateFeed();
    elsewhere.publish({ version: '2.0.0', bytes });

    const onCheck: readonly (readonly [FeedFaults, RegExp])[] = [
      [{ gone: true }, /^Nothing is published/],
      [{ manifest: '<html>Sign in to the hotel</html>' }, /cannot be read/],
      [
        { manifest: 'version: 2.0.0\nfiles:\n  - url: a.AppImage\n    size: 5\n' },
        /cannot be read/,
      ],
      [{ redirect: { of: 'manifest', to: elsewhere.url } }, /points to another server/],
      [{ silent: 'manifest' }, /does not answer/],
    ];
    feed.publish({ version: '2.0.0', bytes });
    for (const [faults, words] of onCheck) {
      feed.misbehave(faults);
      const { phase, problem } = await technician.value('updates.check', {});
      expect(problem?.words, JSON.stringify(faults)).toMatch(words);
      expect(phase.kind).toBe('idle');
    }
    feed.misbehave({});
    for (const version of ['0.9.0', '1.0.0', '1.0.0-beta.1']) {
      feed.publish({ version, bytes });
      expect((await technician.value('updates.check', {})).phase.kind).toBe('up_to_date');
    }

    const onDownload: readonly (readonly [FeedFaults, RegExp])[] = [
      [{ sha512: sha512Of(Buffer.from('another file')) }, /not the one that was published/],
      [{ truncated_at: 300_000 }, /not as large as announced/],
      [{ size: 400_000 }, /not as large as announced/],
      [{ size: 600_000 }, /not as large as announced/],
      [{ redirect: { of: 'file', to: elsewhere.url } }, /points to another server/],
      [
        { file_url: `${elsewhere.url}/ResolutionFlow-2.0.0-linux-x86_64.AppImage` },
        /points to another server/,
      ],
    ];
    feed.publish({ version: '2.0.0', bytes });
    for (const [faults, words] of onDownload) {
      feed.misbehave(faults);
      const { phase } = await technician.value('updates.check', {});
      expect(phase.kind).toBe('available');
      await technician.value('updates.download', {});
      await expect
        .poll(async () => (await technician.value('updates.state', {})).problem?.words ?? '')
        .toMatch(words);
      const state = await technician.value('updates.state', {});
      expect(state.phase.kind).toBe('available');
      expect(await technician.value('updates.install', {})).toEqual(state);
      await expect(notice(app.page).getByRole('alert')).toContainText(state.problem?.words ?? '?');
    }
    expect(elsewhere.requests).toEqual([]);
    expect(await readFile(installed, 'utf8')).toBe('the old version');
    const left = await readdir(join(app.home, 'updates'), { recursive: true, withFileTypes: true });
    expect(left.filter((entry) => entry.isFile()).map(({ name }) => name)).toEqual([]);
    await elsewhere.stop();
  });
});

test('a feed that goes half-way: told, kept, and taken up where it broke', async () => {
  test.setTimeout(120_000);
  await withInstalled(async ({ feed, app, installed }) => {
    const technician = new Technician(app.page);
    const bytes = Buffer.alloc(500_000, 'new ');
    feed.publish({ version: '2.0.0', bytes });
    feed.misbehave({ cut_after: 200_000, cuts: 1 });
    await technician.value('updates.check', {});
    await technician.value('updates.download', {});
    await expect.poll(() => feed.requests.some(({ path }) => path.endsWith('AppImage'))).toBe(true);
    feed.misbehave({ cut_after: 0 });
    await expect(notice(app.page).getByRole('alert')).toContainText('The download broke off', {
      timeout: 40_000,
    });

    await app.relaunch();
    const again = new Technician(app.page);
    feed.misbehave({});
    feed.requests.length = 0;
    await again.value('updates.check', {});
    await again.value('updates.download', {});
    await expect(notice(app.page)).toContainText('is ready');
    const asked = feed.requests.filter(({ path }) => path.endsWith('AppImage'));
    expect(asked).toEqual([{ path: expect.any(String), range: 'bytes=200000-' }]);
    expect(await readFile(installed, 'utf8')).toBe('the old version');

    // Fetched and verified, it is not fetched again after a restart.
    await app.relaunch();
    feed.requests.length = 0;
    const third = new Technician(app.page);
    await third.value('updates.check', {});
    await third.value('updates.download', {});
    await expect(notice(app.page)).toContainText('is ready');
    expect(feed.requests.filter(({ path }) => path.endsWith('AppImage'))).toEqual([]);
  });
});

test('an installation that cannot replace itself says so and leads to the download', async () => {
  await withInstalled(
    async ({ feed, app }) => {
      feed.publish({ version: '2.0.0', bytes: Buffer.alloc(1_000) });
      const technician = new Technician(app.page);
      const { phase, by_hand } = await technician.value('updates.check', {});
      expect(phase.kind).toBe('available');
      expect(by_hand?.link).toMatch(/^https:/);
      expect((await technician.value('updates.download', {})).phase.kind).toBe('available');
      await expect(notice(app.page).getByRole('button', { name: 'Download page' })).toBeVisible();
      await expect(notice(app.page).getByRole('button', { name: /^Download \(/ })).toBeHidden();
      await app.page.getByRole('button', { name: 'Settings' }).first().click();
      const settings = app.page.getByRole('dialog', { name: 'Settings' });
      await expect(settings.getByRole('region', { name: 'Updates' })).toContainText(
        'does not replace itself',
      );
    },
    { asAppImage: false },
  );
});
