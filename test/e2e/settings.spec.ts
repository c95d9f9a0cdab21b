import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import type { AppUnderTest } from './app-under-test.ts';
import { expect, test } from './fixtures.ts';
import { Technician } from './technician.ts';

async function openSettings(page: Page): Promise<Locator> {
  await page.getByRole('button', { name: 'Settings' }).first().click();
  const dialog = page.getByRole('dialog', { name: 'Settings' });
  await expect(dialog.getByRole('region', { name: 'About' })).toBeVisible();
  return dialog;
}

/** The file dialog answers at once, as a person would in the end. */
function answerFolder(app: AppUnderTest, folder: string | null): Promise<void> {
  return app.electron.evaluate(({ dialog }, path) => {
    dialog.showOpenDialog = async () => ({
      canceled: path === null,
      filePaths: path === null ? [] : [path],
    });
  }, folder);
}

test('one screen: its sections are reached by list and by search, with the keyboard', async ({
  app,
}) => {
  const { page } = app;
  await page.setViewportSize({ width: 1280, height: 720 });
  const dialog = await openSettings(page);
  const search = dialog.getByRole('searchbox', { name: 'Search settings' });
  await expect(search).toBeFocused();
  const list = dialog.getByRole('navigation', { name: 'Sections of the settings' });
  await expect(list.getByRole('button')).toHaveText([
    'ConnectWise',
    'AI',
    'Notes',
    'Updates',
    'Appearance',
    'Data',
    'About',
  ]);
  await list.getByRole('button', { name: 'Data' }).click();
  await expect(dialog.getByRole('heading', { name: 'Data' })).toBeFocused();
  await expect(dialog.getByText('Delete everything')).toBeInViewport();
  await expect(list.getByRole('button', { name: 'Data' })).toHaveAttribute('aria-current', 'true');

  await search.fill('theme');
  await expect(dialog.getByRole('status').first()).toHaveText('Theme');
  await expect(dialog.getByRole('radio', { name: 'Dark' })).toBeInViewport();
  await search.fill('gateway');
  await expect(dialog.getByRole('textbox', { name: 'Address of the API' })).toBeInViewport();
  await search.fill('model');
  // The second reader is a model as well.
  await expect(dialog.getByRole('status').first()).toContainText('settings, first: Second reader');
  const current = dialog.locator('[data-current]');
  await search.press('Enter');
  await expect(current).toHaveAttribute('data-found', 'Model for the resolution note');
  await search.press('Enter');
  await expect(current).toHaveAttribute('data-found', 'Model for the escalation package');
  const violations = await axe(page);
  expect(violations).toEqual([]);
  await search.fill('no such thing');
  await expect(dialog.getByRole('status').first()).toHaveText('No setting found');
  await search.press('Escape');
  await expect(search).toHaveValue('');
  await expect(dialog).toBeVisible();
  await search.press('Escape');
  await expect(dialog).toBeHidden();
});

async function axe(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
}

test.describe('under a policy', () => {
  const folder = join('/tmp', `resolutionflow-policy-${process.pid}`);
  test.use({
    startup: {
      env: { RESOLUTIONFLOW_POLICY: join(folder, 'policy.json') },
      prepare() {
        mkdirSync(folder, { recursive: true, mode: 0o755 });
        const policy = {
          version: 1,
          settings: { theme: 'dark', local_drafts_only: true, them: 'x' },
          locked: ['local_drafts_only', 'resolution_note_model'],
        };
        writeFileSync(join(folder, 'policy.json'), JSON.stringify(policy));
        chmodSync(join(folder, 'policy.json'), 0o644);
      },
    },
  });

  test.skip(
    process.env.RESOLUTIONFLOW_TEST_EXECUTABLE !== undefined,
    'A packaged app reads the policy from the machine-wide place alone.',
  );

  test('what is fixed says so and cannot be changed, what is preset can', async ({ app }) => {
    const technician = new Technician(app.page);
    await expect(app.page.locator('html')).toHaveAttribute('data-theme', 'dark');
    const dialog = await openSettings(app.page);
    const fixed = dialog.getByRole('switch', { name: 'Draft on this machine only' });
    await expect(fixed).toBeChecked();
    await expect(fixed).toBeDisabled();
    await expect(
      dialog.getByRole('combobox', { name: 'Model for the resolution note' }),
    ).toBeDisabled();
    await expect(dialog.getByRole('combobox', { name: 'Model for the copilot' })).toBeEnabled();
    await expect(dialog.getByRole('region', { name: 'AI' })).toContainText(
      'Managed by your administrator',
    );
    await expect(dialog.getByRole('region', { name: 'Policy file' })).toContainText(
      '“them” is not a setting',
    );
    expect(await technician.invoke('settings.update', { local_drafts_only: false })).toMatchObject({
      ok: false,
      error: { code: 'CONFLICT' },
    });
    await dialog.getByRole('radio', { name: 'Light' }).click();
    await expect(app.page.locator('html')).toHaveAttribute('data-theme', 'light');
    expect(await axe(app.page)).toEqual([]);
    await app.relaunch();
    await expect(app.page.locator('html')).toHaveAttribute('data-theme', 'light');
  });
});

test('a damaged settings file is told once, by name', async ({ app }) => {
  await app.close();
  writeFileSync(join(app.home, 'settings.json'), '[1, 2');
  await app.relaunch();
  await expect(app.page.getByText(/settings\.json\.unreadable-\d+/).first()).toBeVisible();
  const dialog = await openSettings(app.page);
  await expect(dialog.getByRole('region', { name: 'Settings file' })).toBeVisible();
  await app.relaunch();
  const again = await openSettings(app.page);
  await expect(again.getByRole('region', { name: 'Settings file' })).toHaveCount(0);
});

test('backed up, gone back to, exported', async ({ app }) => {
  const { page } = app;
  const technician = new Technician(page);
  await technician.newSession({ title: 'Of the first day', problem: 'x' });
  let dialog = await openSettings(page);
  await dialog.getByRole('button', { name: 'Back up now' }).click();
  await expect(page.getByText('Backed up: 1 session.').first()).toBeVisible();
  await page.keyboard.press('Escape');
  await technician.newSession({ title: 'Of the second day', problem: 'x' });

  dialog = await openSettings(page);
  const elsewhere = join(app.home, 'exports');
  mkdirSync(elsewhere);
  await answerFolder(app, elsewhere);
  await dialog.getByRole('button', { name: 'Export…' }).click();
  await expect(dialog.getByText('Exported 2 sessions to')).toBeVisible();
  const [exported] = readdirSync(elsewhere);
  expect(readFileSync(join(elsewhere, exported ?? '', 'sessions.jsonl'), 'utf8')).toContain(
    'Of the second day',
  );

  await dialog.getByRole('button', { name: 'Go back to a backup' }).click();
  await dialog
    .getByRole('button', { name: /^Restore the backup of/ })
    .first()
    .click();
  const question = page.getByRole('alertdialog');
  await expect(question).toContainText('1 session');
  await question.getByRole('button', { name: 'Go back' }).click();
  await expect(dialog).toBeHidden();
  await expect(technician.region('Sessions')).not.toContainText('Of the second day');
  await technician.openSession('Of the first day');
  await technician.say('Written after going back');
});

test('everything is deleted only with the word typed, and the app starts empty', async ({
  app,
}) => {
  const { page } = app;
  const technician = new Technician(page);
  await technician.newSession({ title: 'To be deleted', problem: 'x' });
  await page.getByRole('textbox', { name: 'Message' }).fill('Typed and not sent');
  const dialog = await openSettings(page);
  await dialog.getByRole('button', { name: 'Back up now' }).click();
  await expect(page.getByText('Backed up: 1 session.').first()).toBeVisible();
  await dialog.getByRole('button', { name: 'Delete…' }).click();
  const question = page.getByRole('alertdialog');
  const button = question.getByRole('button', { name: 'Delete everything' });
  await expect(button).toBeDisabled();
  await question.getByRole('textbox', { name: 'Type DELETE to go on' }).fill('delete');
  await expect(button).toBeDisabled();
  expect(await axe(page)).toEqual([]);
  await question.getByRole('textbox', { name: 'Type DELETE to go on' }).fill('DELETE');
  await button.click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(technician.region('Sessions')).not.toContainText('To be deleted');
  expect(await technician.value('sessions.list', {})).toEqual([]);
  expect(existsSync(join(app.home, 'data', 'backups'))).toBe(false);
  expect(existsSync(join(app.home, 'settings.json'))).toBe(false);
  expect(await page.evaluate(() => Object.keys(window.localStorage))).toEqual([]);
  await technician.newSession({ title: 'The first of a new life', problem: 'x' });
  await app.relaunch();
  await expect(new Technician(app.page).region('Sessions')).toContainText(
    'The first of a new life',
  );
});
