import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import type { Theme } from '../../shared/domain/settings.ts';
import {
  test as copilotTest,
  fact,
  fix,
  openSession,
  proposing,
  snapshotOf,
} from './copilot-test.ts';
import { expect, test } from './fixtures.ts';
import { Technician } from './technician.ts';

async function expectNoViolations(page: Page, view: string): Promise<void> {
  // Transitions would be measured half-way through.
  await page.evaluate(() =>
    Promise.all(document.getAnimations().map((animation) => animation.finished.catch(() => null))),
  );
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  const told = violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`,
  );
  expect(told, view).toEqual([]);
}

for (const theme of ['light', 'dark'] as const satisfies readonly Theme[]) {
  test(`no axe violation on any view, ${theme}`, async ({ app }) => {
    test.setTimeout(240_000);
    const { page } = app;
    const technician = new Technician(page);
    await technician.value('settings.update', { theme });
    await expect(page.locator('html')).toHaveAttribute('data-theme', theme);
    await expectNoViolations(page, 'first start');

    await technician.button('New session').first().click();
    await expectNoViolations(page, 'new session');
    await page.keyboard.press('Escape');
    await technician.value('sessions.addSamples', {});
    await technician.openSession('Outlook');
    await expectNoViolations(page, 'a session');
    await technician.region('What we know').getByRole('button', { name: 'Add fact' }).click();
    await expectNoViolations(page, 'adding a fact');
    await technician.preview('resolve');
    await expectNoViolations(page, 'preview of the resolution note');
    await technician.preview('escalate');
    await technician.typeAfter('## Problem', '\nTBD');
    await expect(technician.region('Note preview')).toContainText('S4');
    await expectNoViolations(page, 'escalation with findings');

    await technician.button('Settings').first().click();
    await expectNoViolations(page, 'settings');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+k');
    await expectNoViolations(page, 'palette');
    await page.keyboard.press('Escape');
    await page.getByRole('heading').first().click();
    await page.keyboard.press('?');
    await expectNoViolations(page, 'shortcuts');
    await page.keyboard.press('Escape');

    const closed = (await technician.value('sessions.list', { state: 'resolved' }))[0];
    await technician.openSession(closed?.title ?? '');
    await expectNoViolations(page, 'a closed session');
    await page.setViewportSize({ width: 1000, height: 700 });
    await expectNoViolations(page, 'a narrow window');
  });
}

const CHECK = { instruction: 'Read the sign-in log', meaning: 'Refused: a stale sign-in.' };
const PROPOSED = proposing(
  fact('Outlook prompts for a password.'),
  fact('KB5034441 was installed.'),
  { name: 'suggest_check', input: CHECK },
  fix('Clear the saved sign-in'),
);

for (const theme of ['light', 'dark'] as const satisfies readonly Theme[]) {
  copilotTest(
    `no axe violation where the copilot proposes, ${theme}`,
    async ({ app, fake, technician }) => {
      copilotTest.setTimeout(240_000);
      const { page } = app;
      await technician.value('settings.update', { theme });
      const session_id = await openSession(technician);
      await expectNoViolations(page, 'an empty lane with the copilot');
      fake.answer(...PROPOSED);
      await technician.ask('Outlook prompts for a password.');
      await expectNoViolations(page, 'proposals of each kind');
      await technician.proposed('fact').first().getByRole('button', { name: 'Edit' }).click();
      await expectNoViolations(page, 'a proposed fact being reworded');
      await page.keyboard.press('Escape');
      await page.getByRole('checkbox', { name: CHECK.instruction }).click();
      await expectNoViolations(page, 'the result of a check');
      await page.keyboard.press('Escape');
      await technician.proposed('fix').getByRole('button', { name: 'Confirm' }).click();
      await expect
        .poll(async () => (await snapshotOf(technician, session_id)).fixes.length)
        .toBe(1);
      await technician.button('Apply').click();
      const verdict = page.getByRole('group', { name: 'Fix verdict' });
      await expect(verdict).toHaveCount(2);
      await expectNoViolations(page, 'the verdict bar');
      await verdict.last().getByRole('button', { name: 'Failed' }).click();
      await expectNoViolations(page, 'why it failed');
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: /tokens/ }).click();
      await expectNoViolations(page, 'what the AI cost');
      await technician.button('What the AI sees').click();
      await expectNoViolations(page, 'what the AI sees');
      await page.keyboard.press('Escape');
      await technician.button('From a template').click();
      await page.getByRole('dialog', { name: 'Script library' }).waitFor();
      await expectNoViolations(page, 'the script library');
      await page.getByText('Disk report').first().click();
      await expectNoViolations(page, 'a template being filled in');
      await page.keyboard.press('Escape');
      await page.setViewportSize({ width: 1000, height: 700 });
      await page.getByRole('button', { name: /^Show what we know/ }).click();
      await expectNoViolations(page, 'the drawer with proposals');
    },
  );
}

copilotTest('the focus goes on from what leaves the page', async ({ app, fake, technician }) => {
  const { page } = app;
  const box = page.getByRole('textbox', { name: 'Message' });
  await openSession(technician);
  await expect(box).toBeFocused();
  fake.answer(...PROPOSED);
  await technician.ask('Outlook prompts for a password.');
  const edit = technician.proposed('fact').first().getByRole('button', { name: 'Edit' });
  await edit.press('Enter');
  await page.keyboard.press('Escape');
  await expect(edit).toBeFocused();
  fake.answer({ text: 'One word after the other. '.repeat(100), tokens_a_second: 40 });
  await technician.say('And now?');
  await technician.button('Stop').press('Enter');
  await expect(page.locator('[data-message]:focus')).toContainText('Stopped');
  await page.setViewportSize({ width: 1000, height: 700 });
  await page.getByRole('button', { name: /^Show what we know/ }).press('Enter');
  await page.keyboard.press('Escape');
  await expect(box).toBeFocused();
});
