import { expect, test } from './fixtures.ts';
import { Technician } from './technician.ts';

test('the whole job by keyboard alone', async ({ app }) => {
  const { page } = app;
  const technician = new Technician(page);
  const { keyboard } = page;

  await keyboard.press('Control+n');
  await expect(page.getByRole('dialog', { name: 'New session' })).toBeVisible();
  await keyboard.type('Teams has no sound');
  await keyboard.press('Tab');
  await keyboard.type('Nobody is heard in calls since the update.');
  await keyboard.press('Control+Enter');
  await expect(technician.region('Chat lane')).toContainText('Teams has no sound');

  await tabTo('Message');
  await keyboard.type('/check The test call plays through the dock.');
  await keyboard.press('Enter');
  await expect(technician.region('What we know')).toContainText('plays through the dock');

  await tabTo('Preview Resolve note');
  await keyboard.press('Space');
  await expect(technician.note()).toContainText('## Problem');
  await tabTo('Note');
  await keyboard.press('Control+End');
  await keyboard.type('\n- Sound works in a test call.');
  await expect(technician.region('Note preview')).toContainText('Saved');
  await keyboard.press('Control+Enter');
  await expect(
    page.getByRole('status').filter({ hasText: 'Resolved locally' }).first(),
  ).toBeVisible();

  /** Presses Tab, or Shift+Tab, until the control of that name has the focus; fails after one round. */
  async function tabTo(name: string): Promise<void> {
    const focused = () =>
      page.evaluate(() => {
        const element = document.activeElement;
        return element?.getAttribute('aria-label') ?? element?.textContent?.trim() ?? '';
      });
    for (let step = 0; step < 80; step += 1) {
      if ((await focused()) === name) return;
      await keyboard.press('Tab');
    }
    throw new Error(`Tab never reached ${name}`);
  }
});

test('palette, shortcut list and Escape', async ({ app }) => {
  const { page } = app;
  const technician = new Technician(page);
  await technician.newSession({ title: 'Backup job failed twice', problem: '' });
  await technician.newSession({ title: 'Door camera offline', problem: '' });

  await page.keyboard.press('Control+k');
  await page.keyboard.type('backup job');
  await expect(page.getByRole('option', { name: /Backup job failed twice/ })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(technician.region('Chat lane')).toContainText('Backup job failed twice');

  const keys = page.getByRole('dialog', { name: /keyboard|shortcuts/i });
  // A session that was just opened takes the focus into its message box, where a key is a letter.
  await expect(async () => {
    await page.getByRole('heading').first().click();
    await page.keyboard.press('?');
    await expect(keys).toBeVisible({ timeout: 1_000 });
  }).toPass();
  await expect(keys).toContainText('New session');
  await page.keyboard.press('Escape');
  await expect(keys).toBeHidden();
});

test('closing the preview from within gives the focus back to its toggle', async ({ app }) => {
  const { page } = app;
  const technician = new Technician(page);
  await technician.newSession({ title: 'Dock loses the second screen', problem: '' });
  await technician.preview('escalate');
  await technician.note().click();
  await page.keyboard.press('Control+2');
  await expect(technician.region('Note preview')).toBeHidden();
  await expect(page.getByRole('button', { name: 'Escalate instead' })).toBeFocused();
});
