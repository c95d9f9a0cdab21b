import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { launchOptions } from '../runtime/launch-options.ts';
import type { AppUnderTest } from './app-under-test.ts';
import { expect, test } from './fixtures.ts';
import { Technician } from './technician.ts';

const NEW_SESSION = { name: 'New session' } as const;

/** Starts the app a second time, as the system does when a link is pressed. */
async function press(app: AppUnderTest, ...args: string[]): Promise<void> {
  const options = await launchOptions({ home: app.home, args: ['--', ...args] });
  const second: ChildProcess = spawn(options.executablePath, options.args, {
    env: options.env,
    stdio: 'ignore',
  });
  await once(second, 'exit');
}

const logOf = (app: AppUnderTest) => readFileSync(join(app.home, 'logs', 'main.log'), 'utf8');

test('a link to a ticket opens its session, or offers one', async ({ app }) => {
  const technician = new Technician(app.page);
  await technician.newSession({ title: 'Has the ticket', problem: 'x', ticket: '4711' });
  await technician.newSession({ title: 'Another one', problem: 'x' });

  await press(app, 'resolutionflow://ticket/4711');
  await expect(technician.region('Chat lane')).toContainText('Has the ticket');

  const before = await technician.value('sessions.list', {});
  await press(app, 'resolutionflow://ticket/4712');
  const dialog = app.page.getByRole('dialog', NEW_SESSION);
  await expect(dialog.getByRole('textbox', { name: 'ConnectWise ticket' })).toHaveValue('4712');
  await expect(dialog).toContainText('CW #4712');
  // Nothing was made by the link itself.
  expect(await technician.value('sessions.list', {})).toEqual(before);
  await dialog.getByRole('textbox', { name: 'Title' }).fill('From the link');
  await app.page.keyboard.press('Control+Enter');
  await expect(technician.region('Chat lane')).toContainText('From the link');
  const [newest] = await technician.value('sessions.list', {});
  expect(newest?.ticket_ref).toBe('4712');
});

test('a link to a session opens it; a link to one of another computer says so', async ({ app }) => {
  const technician = new Technician(app.page);
  await technician.newSession({ title: 'The one meant', problem: 'x' });
  const [row] = await technician.value('sessions.list', {});
  await technician.newSession({ title: 'On screen', problem: 'x' });
  await press(app, `resolutionflow://session/${row?.id}`);
  await expect(technician.region('Chat lane')).toContainText('The one meant');
  await press(app, 'resolutionflow://session/5');
  await expect(app.page.getByText('not on this computer')).toBeVisible();
  await expect(technician.region('Chat lane')).toContainText('The one meant');
});

test('a link over something that is being typed waits for a press', async ({ app }) => {
  const technician = new Technician(app.page);
  await technician.button('New session').first().click();
  const dialog = app.page.getByRole('dialog', NEW_SESSION);
  await dialog.getByRole('textbox', { name: 'Title' }).fill('Half typed');
  await press(app, 'resolutionflow://ticket/4713');
  const offer = app.page.getByRole('button', { name: 'Start a session for CW #4713' });
  await expect(offer).toBeVisible();
  await expect(dialog.getByRole('textbox', { name: 'Title' })).toHaveValue('Half typed');
  await expect(dialog.getByRole('textbox', { name: 'ConnectWise ticket' })).toHaveValue('');
});

test.describe('a link that starts the app', () => {
  test.use({ startup: { args: ['--', 'resolutionflow://ticket/99/'] } });

  test('waits until the window is ready', async ({ app }) => {
    const dialog = app.page.getByRole('dialog', NEW_SESSION);
    await expect(dialog.getByRole('textbox', { name: 'ConnectWise ticket' })).toHaveValue('99');
  });
});

test('hostile links are refused, and the log holds nothing of them', async ({ app }) => {
  const technician = new Technician(app.page);
  await technician.newSession({ title: 'Stays', problem: 'x', ticket: '4711' });
  const hostile: readonly (readonly string[])[] = [
    ['resolutionflow://settings/4711'],
    ['resolutionflow://ticket/../session/4711'],
    ['resolutionflow://ticket/4711?post=kettle'],
    [`resolutionflow://ticket/4711${'1'.repeat(10_000)}`],
    ['resolutionflow://ticket/4711', 'resolutionflow://ticket/4712'],
    ['resolutionflow://ticket/4711', '--disable-web-security'],
    ['resolutionflow:kettle'],
  ];
  for (const args of hostile) await press(app, ...args);
  await expect
    .poll(() => logOf(app).match(/a link from outside was refused/g)?.length)
    .toBe(hostile.length);
  expect(logOf(app)).not.toMatch(/kettle|a link from outside to/);
  await expect(app.page.getByRole('dialog')).toHaveCount(0);
});
