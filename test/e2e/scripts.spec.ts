import { expect, openSession, proposing, snapshotOf, test } from './copilot-test.ts';
import { everythingKept } from './everything-kept.ts';
import type { Technician } from './technician.ts';

const PASSWORD = 'Harbor-Lantern-29';

function proposedScript(template: string, values: Record<string, string>) {
  const list = Object.entries(values).map(([name, value]) => ({ name, value }));
  return {
    name: 'propose_script',
    input: { template, values: list, reason: 'It would tell whether the service hangs.' },
  };
}

/** The library of scripts, and what opens over it; toasts call themselves dialogs too. */
function library(technician: Technician) {
  return technician.page.locator('[role="dialog"]:not([aria-modal="false"])');
}

async function openTemplate(technician: Technician, name: string): Promise<void> {
  await technician.region('Scripts').getByRole('button', { name: 'From a template' }).click();
  const search = library(technician).getByRole('textbox', { name: 'Search templates' });
  await search.fill(name);
  await search.press('Enter');
}

test('a proposed script is filled in, run by hand, and its output becomes facts', async ({
  fake,
  technician,
}) => {
  const session_id = await openSession(technician);
  fake.answer(...proposing(proposedScript('shipped/service-restart', { ServiceName: 'Spooler' })));
  await technician.ask('Printing hangs as well.');
  await technician.proposed('script').getByRole('button', { name: 'Fill in' }).click();
  const dialog = library(technician);
  const service = dialog.getByRole('textbox', { name: 'Service' });
  await expect(service).toHaveValue('Spooler');
  // What would break out of the quotes stays inside of them.
  await service.fill("O'Brien'; Remove-Item C:\\");
  await expect(dialog.getByRole('region', { name: 'The script' })).toContainText(
    "'O''Brien''; Remove-Item C:\\'",
  );
  await service.fill('Spooler');
  await dialog.getByRole('button', { name: 'Add to session' }).click();
  await expect(dialog).toBeHidden();
  await expect(technician.lastAnswer()).toContainText('Added to the scripts');
  const scripts = technician.region('Scripts');
  await expect(scripts).toContainText('Not run yet');
  const before = await snapshotOf(technician, session_id);
  expect(before.scripts[0]).toMatchObject({
    state: 'generated',
    template_key: 'shipped/service-restart',
  });
  expect(before.proposals[0]?.state).toBe('confirmed');

  await scripts.getByRole('button', { name: 'Record result' }).click();
  await scripts
    .getByRole('textbox', { name: 'Result', exact: true })
    .fill('The spooler runs again.');
  await scripts
    .getByRole('textbox', { name: 'Output' })
    .fill('Before: Print Spooler is Stopped.\nAfter: Print Spooler is Running.');
  await scripts.getByRole('button', { name: 'Save result' }).click();
  await expect(scripts).toContainText('The spooler runs again.');
  await scripts.getByRole('button', { name: /^Output/ }).click();
  await scripts.getByRole('button', { name: 'Add as facts…' }).click();
  const facts = library(technician);
  await facts
    .getByRole('textbox', { name: 'Facts' })
    .fill(
      'The Print Spooler service was stopped.\nThe Print Spooler service runs since its restart.',
    );
  await facts.getByRole('button', { name: 'Add 2 facts' }).click();
  await expect(facts).toBeHidden();
  await expect(technician.region('What we know')).toContainText('runs since its restart');
  const after = await snapshotOf(technician, session_id);
  expect(after.facts.map(({ source_type, status }) => [source_type, status])).toEqual([
    ['script_output', 'confirmed'],
    ['script_output', 'confirmed'],
  ]);
  await technician.value('ai.removeKey', {});
  await technician.preview('escalate');
  expect(await technician.noteText()).toContain('Restart a Windows service');
});

test('a script that was only generated is told as not run', async ({ technician }) => {
  const session_id = await openSession(technician);
  await technician.value('ai.removeKey', {});
  await technician.value('scripts.generate', {
    session_id,
    template_key: 'shipped/service-restart',
    values: { ServiceName: 'Spooler' },
  });
  await technician.preview('escalate');
  const note = await technician.noteText();
  expect(note).not.toMatch(/\bran\b[^.]*Restart a Windows service/i);
  await expect(technician.region('Scripts')).toContainText('Not run yet');
});

test('the password of a script is in no file, log, request or row', async ({
  app,
  fake,
  technician,
}) => {
  const session_id = await openSession(technician);
  await openTemplate(technician, 'Reset an AD password');
  const dialog = library(technician);
  await dialog.getByRole('textbox', { name: 'User' }).fill('anna.berg');
  await dialog.getByLabel('New password', { exact: true }).fill(PASSWORD);
  await expect(dialog.getByRole('region', { name: 'The script' })).not.toContainText(PASSWORD);
  await dialog.getByRole('button', { name: 'Copy' }).click();
  await expect(dialog).toBeHidden();
  const copied = () => app.electron.evaluate(({ clipboard }) => clipboard.readText());
  expect(await copied()).toContain(PASSWORD);
  expect(await copied()).toContain('anna.berg');

  fake.answer({ text: `You set ${PASSWORD}.` });
  await technician.ask(`I have set ${PASSWORD} and she signs in.`);
  await expect(technician.region('Chat lane')).not.toContainText(PASSWORD);
  const scripts = technician.region('Scripts');
  await scripts.getByRole('button', { name: 'Record result' }).click();
  await scripts.getByRole('textbox', { name: 'Result', exact: true }).fill(`Set to ${PASSWORD}.`);
  await scripts.getByRole('textbox', { name: 'Output' }).fill(`NewPassword: ${PASSWORD}`);
  await scripts.getByRole('button', { name: 'Save result' }).click();
  await expect(scripts).toContainText('Set to (secret).');
  fake.answer({ text: 'Good.' });
  await technician.ask('What did the script print?');
  const answers = JSON.stringify(await snapshotOf(technician, session_id));
  const requests = JSON.stringify(fake.requests());
  expect(requests).toContain('anna.berg');
  await app.close();
  const kept = await everythingKept(app.home);
  const forms = [
    PASSWORD,
    Buffer.from(PASSWORD).toString('base64').replace(/=+$/, ''),
    Buffer.from(PASSWORD, 'utf16le').toString('base64').replace(/=+$/, ''),
  ];
  for (const form of forms) {
    expect.soft(requests, `requests: ${form}`).not.toContain(form);
    expect.soft(answers, `answers: ${form}`).not.toContain(form);
    expect.soft(app.output, `output: ${form}`).not.toContain(form);
    expect.soft(kept, `kept: ${form}`).not.toContain(form);
  }
});

test('a script that one ran becomes a template, used in the next session', async ({
  technician,
}) => {
  await openSession(technician);
  const scripts = technician.region('Scripts');
  await scripts.getByRole('button', { name: 'Record a run' }).click();
  await scripts.getByRole('textbox', { name: 'Script or command' }).fill('Clear-OfficeCache');
  await scripts
    .getByRole('textbox', { name: 'Result', exact: true })
    .fill('The cache was cleared.');
  await scripts.getByRole('button', { name: 'Attach script or output' }).click();
  await scripts
    .getByRole('textbox', { name: 'Script', exact: true })
    .fill('Remove-Item -LiteralPath $env:LOCALAPPDATA\\Office\\cache -Recurse');
  await scripts.getByRole('button', { name: 'Save' }).click();
  await scripts.getByRole('button', { name: 'More for Clear-OfficeCache' }).click();
  await technician.page.getByRole('menuitem', { name: 'Create a template' }).click();
  const dialog = library(technician);
  await dialog.getByRole('button', { name: 'Make template' }).click();
  await expect(dialog).toContainText('Clear-OfficeCache');
  await technician.page.keyboard.press('Escape');
  const session_id = await openSession(technician, { title: 'The next one', problem: 'Again.' });
  await openTemplate(technician, 'Clear-OfficeCache');
  await library(technician).getByRole('button', { name: 'Add to session' }).click();
  await expect(technician.region('Scripts')).toContainText('Clear-OfficeCache');
  const { scripts: made } = await snapshotOf(technician, session_id);
  expect(made[0]?.template_key).toMatch(/^own\//);
});
