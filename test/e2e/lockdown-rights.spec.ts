import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { catchOpenedLinks, MOMENT, startOutside, staysWhile } from './outside-world.ts';

// What a hostile page could try, in the real app. Chromium says much of what it refuses on the console.
test.beforeEach(({ app }) => app.allowErrors(/^console: /, /^page: /));

/** Asks for whatever a page can ask for; answers what was granted. */
function askForEverything(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const granted: string[] = [];
    for (const name of [
      'geolocation',
      'notifications',
      'camera',
      'microphone',
      'clipboard-read',
      'clipboard-write',
      'midi',
      'persistent-storage',
      'storage-access',
      'window-management',
      'local-fonts',
    ]) {
      const state = await navigator.permissions
        .query({ name: name as PermissionName })
        .then((status) => status.state)
        .catch(() => 'unknown');
      if (state === 'granted' || state === 'prompt') granted.push(`${name}: ${state}`);
    }
    const attempt = async (name: string, work: () => unknown) => {
      const answer = await Promise.race([
        Promise.resolve()
          .then(work)
          .catch(() => undefined),
        new Promise((resolve) => setTimeout(resolve, 2_000)),
      ]);
      const isNothing = Array.isArray(answer) && answer.length === 0;
      if (answer !== undefined && answer !== 'denied' && answer !== false && !isNothing) {
        granted.push(name);
      }
    };
    // Devices are newer than the types of this file's library.
    const all = navigator as unknown as Record<
      string,
      Record<string, (...of: unknown[]) => unknown>
    >;
    await attempt('user media', () => navigator.mediaDevices.getUserMedia({ audio: true }));
    await attempt('display media', () => navigator.mediaDevices.getDisplayMedia());
    await attempt('notifications', () => Notification.requestPermission());
    await attempt('reading the clipboard', () => navigator.clipboard.readText());
    await attempt('persistence', () => navigator.storage.persist());
    await attempt('bluetooth', () => all.bluetooth?.requestDevice?.({ acceptAllDevices: true }));
    for (const kind of ['usb', 'hid', 'serial']) {
      await attempt(kind, () => all[kind]?.requestDevice?.({ filters: [] }));
      await attempt(`${kind} devices`, () => (all[kind]?.getDevices ?? all[kind]?.getPorts)?.());
    }
    await attempt(
      'position',
      () =>
        new Promise((resolve, reject) => navigator.geolocation.getCurrentPosition(resolve, reject)),
    );
    return granted;
  });
}

test('no permission is granted, no device is chosen', async ({ app }) => {
  expect(await askForEverything(app.page)).toEqual([]);
});

test('nothing is downloaded', async ({ app }) => {
  await app.electron.evaluate(({ session }) => {
    const downloads: string[] = [];
    Object.assign(globalThis, { downloads });
    session.defaultSession.on('will-download', (event, item) => {
      downloads.push(`${item.getFilename()} ${event.defaultPrevented ? 'refused' : 'taken'}`);
    });
  });
  await app.page.evaluate(() => {
    for (const href of [
      URL.createObjectURL(new Blob(['x'])),
      'app://resolutionflow/index.html',
      'data:text/plain,x',
    ]) {
      const link = document.createElement('a');
      link.href = href;
      link.download = 'file.bat';
      link.click();
    }
  });
  await app.page.waitForTimeout(MOMENT);
  const downloads = await app.electron.evaluate(
    () => (globalThis as unknown as { downloads: string[] }).downloads,
  );
  expect(downloads.length).toBeGreaterThan(0);
  expect(downloads.filter((line) => line.endsWith('taken'))).toEqual([]);
});

test('a hidden window in a session of its own is guarded as the first one is', async ({ app }) => {
  const opened = await catchOpenedLinks(app);
  const outside = await startOutside();
  const appeared = app.electron.waitForEvent('window');
  await app.electron.evaluate(async ({ BrowserWindow }, url) => {
    const hidden = new BrowserWindow({ show: false, webPreferences: { partition: 'other' } });
    await hidden.loadURL(url);
  }, outside.url);
  const page = await appeared;
  await staysWhile(page, () =>
    page.evaluate(() => {
      window.open('http://example.com/');
      window.location.href = 'data:text/html,x';
    }),
  );
  await staysWhile(page, () => page.evaluate(() => window.location.assign('/elsewhere')));
  expect(await askForEverything(page)).toEqual([]);
  // Nor does the app's page come from there, where the guards of the network do not stand.
  const own = await app.electron.evaluate(({ session }) =>
    session
      .fromPartition('other')
      .fetch('app://resolutionflow/index.html')
      .then(({ status }) => status)
      .catch(() => 0),
  );
  expect(own).toBe(0);
  expect(await opened()).toEqual([]);
  await app.electron.evaluate(({ BrowserWindow }) => {
    for (const window of BrowserWindow.getAllWindows()) if (!window.isVisible()) window.destroy();
  });
  await outside.stop();
});

test('every page is isolated, sandboxed and without Node', async ({ app }) => {
  const preferences = await app.electron.evaluate(({ webContents }) =>
    webContents.getAllWebContents().map((contents) => {
      const known = contents as unknown as {
        getLastWebPreferences(): Record<string, unknown> | null;
      };
      return known.getLastWebPreferences();
    }),
  );
  expect(preferences).toHaveLength(1);
  for (const set of preferences) {
    expect(set).toMatchObject({ contextIsolation: true, sandbox: true, nodeIntegration: false });
    for (const off of [
      'nodeIntegrationInSubFrames',
      'nodeIntegrationInWorker',
      'webviewTag',
      'navigateOnDragDrop',
      'allowRunningInsecureContent',
      'experimentalFeatures',
      'plugins',
    ]) {
      expect(set?.[off] ?? false, off).toBe(false);
    }
    expect(set?.webSecurity ?? true).toBe(true);
  }
});
