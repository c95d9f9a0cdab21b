import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { AppUnderTest } from './app-under-test.ts';
import { expect, test } from './fixtures.ts';
import { Technician } from './technician.ts';

function bounds(app: AppUnderTest) {
  return app.electron.evaluate(({ BrowserWindow, screen }) => {
    const [window] = BrowserWindow.getAllWindows();
    return {
      window: window?.getBounds() ?? { x: 0, y: 0, width: 0, height: 0 },
      area: screen.getPrimaryDisplay().workArea,
      maximized: window?.isMaximized(),
      fullscreen: window?.isFullScreen(),
    };
  });
}

function keptState(app: AppUnderTest): string {
  const file = join(app.home, 'window.json');
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
}

test('the window opens where it was left', async ({ app }) => {
  await app.electron.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]?.setBounds({ x: 30, y: 40, width: 900, height: 640 });
  });
  await app.relaunch();
  const { window } = await bounds(app);
  expect(window).toEqual({ x: 30, y: 40, width: 900, height: 640 });
});

test('where it was left is known after a crash, too', async ({ app }) => {
  await app.electron.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]?.setBounds({ x: 50, y: 60, width: 880, height: 620 });
  });
  await expect.poll(() => keptState(app)).toContain('880');
  await app.kill();
  await app.launch();
  expect((await bounds(app)).window).toEqual({ x: 50, y: 60, width: 880, height: 620 });
});

test.describe('on a display that is gone', () => {
  test.use({
    startup: {
      prepare(home) {
        const place = { x: 4_000, y: -900, width: 1_000, height: 700, maximized: false };
        const displays = '0,0,1920,1080,1 3840,-1080,1920,1080,1';
        writeFileSync(join(home, 'window.json'), JSON.stringify({ places: [{ displays, place }] }));
      },
    },
  });

  test('the window comes to the one that is there', async ({ app }) => {
    const { window, area } = await bounds(app);
    expect(window.x).toBeGreaterThanOrEqual(area.x);
    expect(window.y).toBeGreaterThanOrEqual(area.y);
    expect(window.x + window.width).toBeLessThanOrEqual(area.x + area.width);
    expect(window.y + window.height).toBeLessThanOrEqual(area.y + area.height);
  });
});

test('a window that cannot be seen any more is fetched back', async ({ app }) => {
  await app.electron.evaluate(({ BrowserWindow, screen }) => {
    BrowserWindow.getAllWindows()[0]?.setPosition(9_000, 9_000);
    const [display] = screen.getAllDisplays();
    screen.emit('display-removed', {}, display);
  });
  await expect
    .poll(async () => {
      const { window, area } = await bounds(app);
      return window.x < area.x + area.width && window.y < area.y + area.height;
    })
    .toBe(true);
});

test('the zoom is kept', async ({ app }) => {
  const zoom = () =>
    app.electron.evaluate(({ webContents }) => webContents.getAllWebContents()[0]?.getZoomLevel());
  await app.electron.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]?.webContents.setZoomLevel(1.5);
  });
  await app.relaunch();
  expect(await zoom()).toBe(1.5);
  expect(await app.page.evaluate(() => window.devicePixelRatio)).toBeCloseTo(1.2 ** 1.5, 1);
});

test('spelling is checked only when it is wanted, and a dictionary fetched only then', async ({
  app,
}) => {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    response.writeHead(404).end();
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  try {
    const technician = new Technician(app.page);
    const state = () =>
      app.electron.evaluate(({ session }) => ({
        on: session.defaultSession.isSpellCheckerEnabled(),
        languages: session.defaultSession.getSpellCheckerLanguages(),
      }));
    expect(await state()).toMatchObject({ on: false, languages: [] });
    await app.electron.evaluate(({ session }, url) => {
      session.defaultSession.setSpellCheckerDictionaryDownloadURL(url);
    }, `http://127.0.0.1:${port}/`);
    await technician.newSession({ title: 'Recieve', problem: 'teh problm' });
    expect(asked).toEqual([]);

    await technician.value('settings.update', { spell_check: true });
    await expect.poll(state).toMatchObject({ on: true });
    expect((await state()).languages.length).toBeGreaterThan(0);
    await expect
      .poll(() => asked.some((url) => url.endsWith('.bdic')), { timeout: 15_000 })
      .toBe(true);
    await technician.value('settings.update', { spell_check: false });
    await expect.poll(state).toMatchObject({ on: false });
  } finally {
    server.close();
  }
});

test.describe('without a network', () => {
  test.use({ startup: { args: ['--proxy-server=127.0.0.1:9'] } });

  test('and with a dead proxy all but the AI and ConnectWise works', async ({ app }) => {
    const technician = new Technician(app.page);
    await technician.newSession({ title: 'On the train', problem: 'x' });
    await technician.say('/user The printer is offline.');
    await technician.preview('resolve');
    expect(await technician.noteText()).toContain('The printer is offline.');
    await technician.value('ai.setKey', { key: 'sk-ant-kettle-12345678' });
    const models = await technician.invoke('ai.models', {});
    expect(models).toMatchObject({
      ok: false,
      error: { message: expect.stringMatching(/proxy/i) },
    });
  });
});

test.describe('a home that cannot be written', () => {
  test.skip(process.getuid?.() !== 0, 'Only root can mount.');
  test.use({
    startup: {
      prepare(home) {
        execFileSync('mount', ['-t', 'tmpfs', '-o', 'ro,size=1m', 'tmpfs', home]);
      },
    },
  });

  test('is told of in a window', async ({ unstartedApp: app }) => {
    try {
      await app.launch({ ready: false });
      await expect(app.page.getByRole('heading', { level: 1 })).toContainText('cannot be written');
      await expect(app.page.getByRole('button', { name: 'Try again' })).toBeVisible();
      await app.close();
    } finally {
      execFileSync('umount', ['-l', app.home]);
    }
  });
});
