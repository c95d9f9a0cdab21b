import { hostname, userInfo } from 'node:os';
import { expect, test } from './fixtures.ts';
import { Technician } from './technician.ts';

const KEY = 'sk-ant-api03-kettle-Zq81LampKx92-bridge';

test('the report is read before it is copied, and holds no secret and no name', async ({ app }) => {
  const technician = new Technician(app.page);
  await technician.value('ai.setKey', { key: KEY });
  await technician.value('settings.update', {
    connectwise_site: 'na.myconnectwise.net',
    connectwise_company: 'contoso',
  });
  await app.page.keyboard.press('Control+k');
  await app.page.keyboard.type('diagnostics');
  await app.page.getByRole('option', { name: /Diagnostics report/ }).click();

  const dialog = app.page.getByRole('dialog', { name: 'Diagnostics report' });
  await expect(dialog).toContainText('Nothing is sent');
  const box = dialog.getByRole('textbox', { name: 'Report' });
  await expect(box).toHaveValue(/# ResolutionFlow diagnostics report/);
  const text = await box.inputValue();
  expect(text).toMatch(/Electron \d+/);
  expect(text).toContain('the whole file was checked: sound');
  expect(text).toMatch(/^version \d+$/m);
  expect(text).toContain('host: na.myconnectwise.net');
  expect(text).toContain('connectwise_company: set');
  expect(text).toMatch(/started \d/);
  for (const name of [KEY, 'kettle', 'contoso', hostname(), app.home]) {
    expect(text).not.toContain(name);
  }
  if (userInfo().username !== 'root') expect(text).not.toContain(userInfo().username);

  await dialog.getByRole('button', { name: 'Copy' }).click();
  await expect
    .poll(() => app.electron.evaluate(({ clipboard }) => clipboard.readText()))
    .toBe(text);
});

test('the menu of the app leads to it, and has its keys', async ({ app }) => {
  const menus = await app.electron.evaluate(({ Menu }) =>
    (Menu.getApplicationMenu()?.items ?? []).map((menu) => ({
      label: menu.label.replace('&', '') || menu.role,
      entries: (menu.submenu?.items ?? []).map(
        (item) => `${item.label.replace('&', '')}|${item.accelerator ?? ''}`,
      ),
    })),
  );
  expect(menus.map(({ label }) => label)).toEqual(['File', 'Edit', 'View', 'Window', 'Help']);
  expect(menus[0]?.entries).toContain('New session|CmdOrCtrl+N');
  expect(menus[1]?.entries).toContain('Check spelling|');
  await app.electron.evaluate(({ Menu }) => {
    const help = Menu.getApplicationMenu()?.items.at(-1)?.submenu;
    help?.items.find(({ label }) => label.includes('Diagnostics'))?.click();
  });
  await expect(app.page.getByRole('dialog', { name: 'Diagnostics report' })).toBeVisible();
});
