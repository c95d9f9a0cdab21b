import { truncateSync } from 'node:fs';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { EVENT_CHANNEL } from '../../shared/contract/bridge.ts';
import type { Theme } from '../../shared/domain/settings.ts';
import type { UpdatePhase, UpdateStatus } from '../../shared/domain/update.ts';
import type { AppUnderTest } from './app-under-test.ts';
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
    await expect(technician.region('Note preview').getByTitle('Rule S4').first()).toBeVisible();
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

const OFFER = {
  version: '2.0.0',
  size: 96_000_000,
  notes: '## 2.0.0\n\n- Finds `tickets` faster.\n',
};

/** States of updates that an installation comes through, as the main process tells them. */
const UPDATES: readonly Pick<UpdateStatus, 'phase' | 'problem' | 'by_hand'>[] = [
  ...(
    [
      { kind: 'available', offer: OFFER },
      { kind: 'downloading', offer: OFFER, bytes: 40_000_000, percent: 42 },
      { kind: 'ready', offer: OFFER },
    ] satisfies readonly UpdatePhase[]
  ).map((phase) => ({ phase, problem: null, by_hand: null })),
  {
    phase: { kind: 'available', offer: OFFER },
    problem: { during: 'download', words: 'The download broke off.' },
    by_hand: { words: 'It does not replace itself.', link: 'https://example.com/' },
  },
];

async function tellUpdate(app: AppUnderTest, state: (typeof UPDATES)[number]): Promise<void> {
  const status: UpdateStatus = {
    current_version: '1.0.0',
    can_check: true,
    checking: false,
    checked_at: Date.UTC(2026, 10, 22, 12),
    ...state,
  };
  await app.electron.evaluate(
    ({ BrowserWindow }, [channel, payload]) => {
      BrowserWindow.getAllWindows()[0]?.webContents.send(channel, 'updates.changed', payload);
    },
    [EVENT_CHANNEL, status] as const,
  );
}

for (const theme of ['light', 'dark'] as const satisfies readonly Theme[]) {
  test(`no axe violation in settings, updates, news, report and scripts, ${theme}`, async ({
    app,
  }) => {
    test.setTimeout(240_000);
    const { page } = app;
    const technician = new Technician(page);
    await technician.value('settings.update', { theme });
    await expect(page.locator('html')).toHaveAttribute('data-theme', theme);
    await technician.newSession({ title: 'Outlook asks for a password', problem: 'x' });

    const settings = page.getByRole('dialog', { name: 'Settings' });
    const openSettings = () => technician.button('Settings').first().click();
    await openSettings();
    const sections = settings.getByRole('navigation', { name: 'Sections of the settings' });
    for (const section of await sections.getByRole('button').all()) {
      await section.click();
      await expectNoViolations(page, `settings, ${await section.textContent()}`);
    }
    // What is unfolded is no longer among those to unfold.
    const folded = settings.locator('[aria-expanded="false"]:not([role="combobox"])');
    for (let left = await folded.count(); left > 0; left -= 1) await folded.first().click();
    await settings.getByRole('searchbox', { name: 'Search settings' }).fill('no such thing');
    await expectNoViolations(page, 'settings, unfolded, nothing found');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await expect(settings).toBeHidden();

    const notice = page.getByRole('region', { name: 'Update', exact: true });
    for (const state of UPDATES) {
      const name = `${state.phase.kind}${state.problem === null ? '' : ', failed and by hand'}`;
      await tellUpdate(app, state);
      await expect(notice).toBeVisible();
      await expectNoViolations(page, `update notice: ${name}`);
      await openSettings();
      await sections.getByRole('button', { name: 'Updates' }).click();
      await tellUpdate(app, state);
      await expect(settings.getByText('2.0.0')).toBeVisible();
      await expectNoViolations(page, `settings of updates: ${name}`);
      await page.keyboard.press('Escape');
      await expect(settings).toBeHidden();
    }
    await tellUpdate(app, { phase: { kind: 'ready', offer: OFFER }, problem: null, by_hand: null });
    await technician.button('What’s new').first().click();
    await expect(page.getByRole('dialog', { name: 'What’s new' })).toBeVisible();
    await expectNoViolations(page, 'what is new');
    await page.keyboard.press('Escape');

    // Words that a restart would take are asked about first.
    await technician.region('What we know').getByRole('button', { name: 'Add fact' }).click();
    await page.getByRole('textbox', { name: 'Fact', exact: true }).fill('Half a fact');
    await technician.button('Restart to update').click();
    const question = page.getByRole('alertdialog');
    await expect(question).toContainText('Add fact');
    await expectNoViolations(page, 'the question before a restart');
    await question.getByRole('button', { name: 'Keep writing' }).click();

    await page.keyboard.press('Control+k');
    await page.keyboard.type('diagnostics');
    await page.getByRole('option', { name: /Diagnostics report/ }).click();
    await expect(page.getByRole('textbox', { name: 'Report' })).toBeVisible();
    await expectNoViolations(page, 'diagnostics report');
    await page.keyboard.press('Escape');

    await technician.region('Scripts').getByRole('button', { name: 'From a template' }).click();
    const library = page.getByRole('dialog', { name: 'Script library' });
    await library.getByRole('textbox', { name: 'Search templates' }).fill('no such script');
    await expectNoViolations(page, 'script library, nothing found');
    await library.getByRole('button', { name: 'New template' }).click();
    const editor = page.getByRole('dialog', { name: 'New template' });
    await editor.getByRole('button', { name: 'Add parameter' }).click();
    await expectNoViolations(page, 'script editor with a parameter');
    await editor.getByRole('button', { name: 'Make template' }).click();
    await expect(editor.getByRole('alert').first()).toBeVisible();
    await expectNoViolations(page, 'script editor with problems');
  });
}

test('no axe violation where the file with the sessions is damaged', async ({ app }) => {
  await new Technician(app.page).newSession({ title: 'Kept in the backup', problem: 'x' });
  await app.close();
  truncateSync(join(app.home, 'data', 'resolutionflow.db'), 8_192);
  await app.relaunch({ ready: false });
  await expect(app.page.getByRole('heading', { level: 1 })).toBeVisible();
  for (const theme of ['light', 'dark'] as const) {
    await app.page.evaluate((name) => {
      document.documentElement.dataset.theme = name;
    }, theme);
    await expectNoViolations(app.page, `a damaged file, ${theme}`);
  }
});

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
      const result = page.getByRole('group', { name: 'Fix result' });
      await expect(result).toHaveCount(2);
      await expectNoViolations(page, 'the result bar');
      await result.last().getByRole('button', { name: 'Failed' }).click();
      await expectNoViolations(page, 'why it failed');
      await page.keyboard.press('Escape');
      await result.last().getByRole('button', { name: 'Worked' }).click();
      await expectNoViolations(page, 'the form of a result');
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
