import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import type { Theme } from '../../shared/domain/settings.ts';
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
