import { expect, test } from './fixtures.ts';
import { Technician } from './technician.ts';

test('what is typed at the very moment of closing is kept', async ({ app }) => {
  let technician = new Technician(app.page);
  await technician.newSession({ title: 'Closed in a hurry', problem: 'x' });
  await technician.preview('escalate');
  await technician.typeAfter('## Problem', '\nLast words before lunch.');
  // As a person does it: the window's own close, with no pause for the autosave.
  await app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
  await app.electron.waitForEvent('close');

  await app.relaunch();
  technician = new Technician(app.page);
  await technician.openSession('Closed in a hurry');
  await technician.preview('escalate');
  expect(await technician.noteText()).toContain('Last words before lunch.');
});

test.describe('demo', () => {
  test.use({ startup: { args: ['--demo'] } });
  test('opens with sample sessions, once', async ({ app }) => {
    await expect(new Technician(app.page).region('Sessions')).toContainText('Outlook');
    const before = await new Technician(app.page).value('sessions.list', {});
    await app.relaunch();
    const after = await new Technician(app.page).value('sessions.list', {});
    expect(after).toHaveLength(before.length);
  });
});
