import { expect, test } from './fixtures.ts';
import { Technician } from './technician.ts';

const HUGE = 'line of a log file \n'.repeat(100_000);

test('an empty title is refused beside the box, and what was typed stays', async ({ app }) => {
  const technician = new Technician(app.page);
  await technician.button('New session').first().click();
  const dialog = app.page.getByRole('dialog', { name: 'New session' });
  await dialog.getByRole('textbox', { name: 'Problem' }).fill('Something is wrong.');
  await dialog.getByRole('textbox', { name: 'ConnectWise ticket' }).fill('INC-7');
  await app.page.keyboard.press('Control+Enter');
  await expect(dialog).toContainText('The title is empty');
  await expect(dialog.getByRole('textbox', { name: 'Problem' })).toHaveValue('Something is wrong.');
  await dialog.getByRole('textbox', { name: 'Title' }).fill('A title');
  await app.page.keyboard.press('Control+Enter');
  await expect(dialog).toContainText('only digits');
});

test('a 2 MB paste is refused with what to do, and what was typed stays', async ({ app }) => {
  const technician = new Technician(app.page);
  await technician.newSession({ title: 'Huge log', problem: '' });
  const box = app.page.getByRole('textbox', { name: 'Message' });
  await box.fill('Here is the log: ');
  await box.evaluate((element, text) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', text);
    element.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
    );
  }, HUGE);
  await expect(technician.region('Chat lane')).toContainText(/of 200,000 characters/);
  await expect(technician.region('Chat lane')).toContainText(/still on your clipboard/);
  await expect(box).toHaveValue('Here is the log: ');
  // The main process refuses it too, whatever the page does.
  const [row] = await technician.value('sessions.list', {});
  for (const body of [HUGE, 'x'.repeat(300_000)]) {
    expect(
      await technician.invoke('messages.add', { session_id: row?.id ?? 0, body }),
    ).toMatchObject({ ok: false, error: { code: 'INVALID_INPUT' } });
  }
});

test('hidden and bidirectional characters do not reach the session', async ({ app }) => {
  const technician = new Technician(app.page);
  await technician.newSession({ title: 'Odd characters', problem: '' });
  await technician.say('/fact The file was named invoice\u202Efdp.exe and \u0000 ran\u200B.');
  const [row] = await technician.value('sessions.list', {});
  const { facts } = await technician.value('sessions.get', { session_id: row?.id ?? 0 });
  expect(facts[0]?.text).toBe('The file was named invoicefdp.exe and  ran.');
});

test('markdown runs no script, loads nothing and opens nothing by itself', async ({ app }) => {
  const requests: string[] = [];
  app.page.on('request', (request) => requests.push(request.url()));
  const technician = new Technician(app.page);
  await technician.newSession({
    title: '<img src=x onerror="document.title=\'owned\'">',
    problem: '',
  });
  const hostile = [
    '<script>document.title = "owned"</script>',
    '<img src="https://evil.example/pixel.png" onerror="document.title=\'owned\'">',
    '[press me](javascript:document.title="owned")',
    '![picture](https://evil.example/picture.png)',
    '<iframe src="https://evil.example"></iframe>',
  ];
  for (const line of hostile) await technician.say(line);
  await technician.say(`/fact ${hostile[2]}`);
  await technician.preview('escalate');
  await technician.typeAfter('## Problem', `\n${hostile.join('\n')}`);
  const sheet = technician.region('Note preview');
  await sheet
    .getByRole('tab', { name: 'Rendered' })
    .or(sheet.getByRole('radio', { name: 'Rendered' }))
    .or(sheet.getByRole('button', { name: 'Rendered' }))
    .first()
    .click();
  await expect(sheet).toContainText('press me');

  expect(await sheet.locator('script, iframe, img, [onerror], a[href^="javascript"]').count()).toBe(
    0,
  );
  expect(await app.page.title()).not.toBe('owned');
  expect(requests.filter((url) => !url.startsWith('app://resolutionflow/'))).toEqual([]);
});

test('the bridge is the only way out of the page', async ({ app }) => {
  app.allowErrors(/Content Security Policy|example\.com|example\.invalid/);
  const answers = await app.page.evaluate(async () => {
    const attempt = async (work: () => unknown) => {
      try {
        await work();
        return 'worked';
      } catch {
        return 'refused';
      }
    };
    return {
      fetch: await attempt(() => fetch('https://example.com')),
      eval: await attempt(async () => {
        // The first turn runs under the debugger, for which Chromium lifts the policy.
        await new Promise((resolve) => setTimeout(resolve));
        return new Function('return 1')();
      }),
      node: 'require' in window || 'process' in window ? 'worked' : 'refused',
      bridge: Object.keys(window.resolutionFlow).sort().join(' '),
      unknown: await window.resolutionFlow.invoke('app.formatDisk', {}),
    };
  });
  expect(answers).toMatchObject({
    fetch: 'refused',
    eval: 'refused',
    node: 'refused',
    bridge: 'invoke on',
    unknown: { ok: false, error: { code: 'INVALID_INPUT' } },
  });
  const url = app.page.url();
  await app.page.evaluate(() => {
    window.location.href = 'https://evil.example.invalid/';
  });
  await app.page.waitForTimeout(300);
  expect(app.page.url()).toBe(url);
});
