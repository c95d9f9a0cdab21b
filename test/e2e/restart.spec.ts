import { expect, test } from './fixtures.ts';
import { Technician } from './technician.ts';

test('a restart, and a kill, keep what the screen showed as saved', async ({ app }) => {
  let technician = new Technician(app.page);
  await technician.newSession({ title: 'C: drive full on RDS02', problem: 'Users cannot log on.' });
  await technician.say('/check The log folder holds 41 GB.');
  await technician.preview('resolve');
  await technician.typeAfter('## Resolution', '\n- Old logs were moved away.');
  await expect(technician.region('Note preview')).toContainText('Saved');
  const shown = await technician.noteText();
  await app.page.getByRole('textbox', { name: 'Message' }).fill('half a thou');
  await app.page.waitForTimeout(1_000);

  await app.relaunch();
  technician = new Technician(app.page);
  await technician.openSession('C: drive full on RDS02');
  await expect(technician.region('What we know')).toContainText('41 GB');
  await expect(app.page.getByRole('textbox', { name: 'Message' })).toHaveValue('half a thou');
  await technician.preview('resolve');
  expect(await technician.noteText()).toBe(shown);

  await technician.typeAfter('Old logs were moved away.', ' Nobody was cut off.');
  await expect(technician.region('Note preview')).toContainText('Saved');
  await app.kill('SIGKILL');
  await app.relaunch();
  technician = new Technician(app.page);
  await technician.openSession('C: drive full on RDS02');
  await technician.preview('resolve');
  await expect(technician.note()).toContainText('Nobody was cut off.');
});

test('a saved draft stands when the sheet is opened again, and is not written over', async ({
  app,
}) => {
  const technician = new Technician(app.page);
  await technician.newSession({ title: 'Looked at twice', problem: 'x' });
  await technician.newSession({ title: 'Another one', problem: 'y' });
  await technician.openSession('Looked at twice');
  await technician.preview('resolve');
  await technician.typeAfter('## Resolution', '\n- My own line.');
  await expect(technician.region('Note preview')).toContainText('Saved');
  await technician.preview('escalate');
  await technician.preview('resolve');
  expect(await technician.noteText()).toContain('My own line.');

  await technician.openSession('Another one');
  await technician.openSession('Looked at twice');
  await technician.preview('resolve');
  await technician.typeAfter('My own line.', ' And more.');
  await expect(technician.region('Note preview')).toContainText('Saved');
  const row = (await technician.value('sessions.list', {})).find(
    (s) => s.title === 'Looked at twice',
  );
  const { drafts } = await technician.value('sessions.get', { session_id: row?.id ?? 0 });
  expect(drafts).toHaveLength(1);
  expect(drafts[0]?.markdown).toContain('My own line. And more.');
});
