import { expect, test } from './fixtures.ts';

test('the window opens with its session list', async ({ app }) => {
  await expect(app.page).toHaveTitle('ResolutionFlow');
  await expect(app.page.getByRole('region', { name: 'Sessions', exact: true })).toBeVisible();
});

test('the page has no Node, and its process is sandboxed', async ({ app }) => {
  const globals = await app.page.evaluate(() => [
    typeof globalThis.process,
    typeof globalThis.require,
  ]);
  expect(globals).toEqual(['undefined', 'undefined']);

  const preferences = await app.electron.evaluate(({ webContents }) =>
    webContents.getAllWebContents().map((contents) => {
      // Electron has this method and keeps it out of its typings.
      const { getLastWebPreferences } = contents as unknown as {
        getLastWebPreferences(): Electron.WebPreferences;
      };
      const { sandbox, contextIsolation, nodeIntegration } = getLastWebPreferences.call(contents);
      return { sandbox, contextIsolation, nodeIntegration };
    }),
  );
  expect(preferences).toEqual([{ sandbox: true, contextIsolation: true, nodeIntegration: false }]);
});
