import type { AppUnderTest } from './app-under-test.ts';
import { expect, test } from './fixtures.ts';
import { Technician } from './technician.ts';

/**
 * Playwright gives a page up when its process dies, so these ask the main process. A page that dies
 * meanwhile never answers.
 */
function inPage(app: AppUnderTest, script: string): Promise<string> {
  return app.electron.evaluate(async ({ webContents }, code) => {
    const [contents] = webContents.getAllWebContents();
    const patience = new Promise((resolve) => setTimeout(resolve, 1_000, ''));
    const answer = contents?.executeJavaScript(code).catch(() => '');
    return String(await Promise.race([answer, patience]));
  }, script);
}

function crash(app: AppUnderTest): Promise<void> {
  return app.electron.evaluate(({ webContents }) => {
    webContents.getAllWebContents()[0]?.forcefullyCrashRenderer();
  });
}

const READY = 'document.documentElement.dataset.ready';
const TEXT = 'document.body.innerText';

/** Brings up the recovery page, as two crashes in a row do. */
async function crashTwice(app: AppUnderTest): Promise<void> {
  app.allowErrors(/crashed/i);
  await crash(app);
  await expect.poll(() => inPage(app, READY), { timeout: 20_000 }).toBe('true');
  await crash(app);
  await expect
    .poll(() => inPage(app, TEXT), { timeout: 20_000 })
    .toContain('This window had to be stopped');
}

test('a page that dies comes back by itself, with what was there', async ({ app }) => {
  app.allowErrors(/crashed/i);
  await new Technician(app.page).newSession({ title: 'Survives the crash', problem: 'x' });
  await crash(app);
  await expect.poll(() => inPage(app, READY), { timeout: 20_000 }).toBe('true');
  expect(await inPage(app, TEXT)).toContain('Survives the crash');
});

test('a page that dies again makes way for one that says what can be done', async ({ app }) => {
  await new Technician(app.page).newSession({ title: 'Kept on disk', problem: 'x' });
  await crashTwice(app);
  const text = await inPage(app, TEXT);
  expect(text).toContain('Nothing that was saved is lost');
  expect(await inPage(app, 'getComputedStyle(document.querySelector("a.first")).fontWeight')).toBe(
    '600',
  );
  // No script of its own, and no way to run one.
  expect(await inPage(app, 'document.scripts.length')).toBe('0');

  await app.electron.evaluate(({ shell, app: electron }) => {
    const calls: string[] = [];
    Object.assign(globalThis, { calls });
    Object.assign(shell, { openPath: async (path: string) => void calls.push(`open ${path}`) });
    Object.assign(electron, {
      relaunch: (how: { args: string[] }) =>
        calls.push(`relaunch ${how.args.includes('--disable-gpu')}`),
      quit: () => calls.push('quit'),
    });
  });
  for (const link of ['logs', 'restart', 'without-graphics']) {
    await inPage(app, `document.querySelector('a[href="${link}"]').click()`);
  }
  await expect
    .poll(() => app.electron.evaluate(() => Reflect.get(globalThis, 'calls') as string[]))
    .toEqual([
      expect.stringMatching(/^open .*logs$/),
      'relaunch false',
      'quit',
      'relaunch true',
      'quit',
    ]);
  // A press does not lead away from it.
  expect(await inPage(app, 'location.href')).toBe('app://resolutionflow/recovery/gone.html');
  // It cannot quit in order any more.
  await app.kill();
});

test('a page that never speaks up is loaded again, then given up', async ({
  unstartedApp: app,
}) => {
  test.setTimeout(120_000);
  app.allowErrors(/crashed|Failed to load resource|404/i);
  await app.launch();
  // The page is another from now on: one that loads and never makes a call.
  await app.electron.evaluate(({ protocol, webContents }) => {
    protocol.unhandle('app');
    protocol.handle('app', async (request) =>
      request.url.includes('/recovery/')
        ? new Response('<h1>This window had to be stopped</h1>', {
            headers: { 'content-type': 'text/html' },
          })
        : new Response('<p>mute</p>', { headers: { 'content-type': 'text/html' } }),
    );
    webContents.getAllWebContents()[0]?.forcefullyCrashRenderer();
  });
  await expect.poll(() => inPage(app, TEXT), { timeout: 10_000 }).toBe('mute');
  await expect
    .poll(() => inPage(app, 'location.href'), { timeout: 60_000 })
    .toBe('app://resolutionflow/recovery/silent.html');
});
