import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { buildBundle } from '../../../electron/drafting/index.ts';
import { openScriptDesk } from '../../fixtures/scripts/desk.ts';

const PASSWORD = "Tinker-Teapot'88$x";

/** How the password would read in a file, in the usual forms. */
const FORMS = [
  PASSWORD,
  PASSWORD.replaceAll("'", "''"),
  PASSWORD.replaceAll("'", "'\\''"),
  JSON.stringify(PASSWORD).slice(1, -1),
  encodeURIComponent(PASSWORD),
  Buffer.from(PASSWORD).toString('base64'),
  'Tinker-Teapot',
];

/** Every byte below a folder: the database, its log and whatever lies beside them. */
function everyByte(folder: string): Buffer {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  expect(files.some((file) => file.endsWith('-wal'))).toBe(true);
  return Buffer.concat(files.map((file) => readFileSync(file)));
}

test('a password is in no file, log, snapshot, event, answer or bundle', async () => {
  const desk = openScriptDesk();
  const { call, session, store, copied, saved, log, events } = desk;
  const answers: unknown[] = [];
  const values = { UserName: 'anna', NewPassword: PASSWORD };
  const template_key = 'shipped/ad-password-reset';
  answers.push(await call('scripts.preview', { template_key, values }));
  const made = await call('scripts.generate', { session_id: session, template_key, values });
  answers.push(made);
  // The same one where it does not belong, by hand and in the outcome.
  answers.push(
    await call('scripts.generate', {
      session_id: session,
      template_key: 'shipped/installed-software',
      values: { NamePart: PASSWORD },
    }),
    await call('scripts.copy', { generation_id: made.id }),
    await call('scripts.save', { generation_id: made.id }),
    await call('scripts.markRan', {
      generation_id: made.id,
      outcome: `Set it to ${PASSWORD}.`,
      undo: `It was ${PASSWORD}`,
    }),
    await call('scripts.recordRun', {
      session_id: session,
      name: 'net user',
      body: `net user anna ${PASSWORD}`,
      outcome: 'Done.',
      parameters: [{ name: 'password', secret: true, value: PASSWORD }],
    }),
  );
  for (const body of [`echo ${PASSWORD}`, 'echo $NewPasword']) {
    const content = { name: 'x', language: 'powershell', body } as const;
    answers.push(
      await desk.router.handle({
        name: 'templates.save',
        input: { key: null, content },
        requestId: undefined,
      }),
    );
  }
  expect(copied[0]?.text).toContain("Tinker-Teapot''88$x");

  const snapshot = store.snapshot(session);
  const texts = [snapshot, buildBundle(snapshot), log.lines, events, answers, saved].map((part) =>
    JSON.stringify(part),
  );
  const bytes = everyByte(desk.folder);
  for (const form of FORMS) {
    expect(bytes.includes(form)).toBe(false);
    expect(bytes.includes(Buffer.from(form, 'utf16le'))).toBe(false);
    for (const text of texts) expect(text.includes(form)).toBe(false);
  }
  // The search does find things in that file.
  expect(bytes.includes('Read-Host -AsSecureString')).toBe(true);
});
