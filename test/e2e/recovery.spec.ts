import { existsSync, readdirSync, readFileSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from './fixtures.ts';
import { Technician } from './technician.ts';

const FILE = join('data', 'resolutionflow.db');

test('a damaged file is kept, and the newest backup is offered and restored', async ({ app }) => {
  let technician = new Technician(app.page);
  await technician.newSession({ title: 'Kept in the backup', problem: 'x' });
  await app.close();
  const file = join(app.home, FILE);
  truncateSync(file, 8_192);
  const damaged = readFileSync(file);

  await app.relaunch({ ready: false });
  await expect(app.page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(app.page.locator('body')).toContainText(/damaged/i);
  await app.page
    .getByRole('button', { name: /restore/i })
    .first()
    .click();
  technician = new Technician(app.page);
  await expect(technician.region('Sessions')).toContainText('Kept in the backup');
  // Nothing was overwritten: the damaged bytes are still on disk.
  const aside = join(app.home, 'data', 'damaged');
  const kept = readdirSync(aside, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  expect(
    kept.some((entry) => readFileSync(join(entry.parentPath, entry.name)).equals(damaged)),
  ).toBe(true);
});

test('a file from a newer version is refused and left as it is', async ({ app }) => {
  const technician = new Technician(app.page);
  await technician.newSession({ title: 'From the future', problem: 'x' });
  await app.close();
  const file = join(app.home, FILE);
  const database = new Database(file);
  database.pragma('user_version = 9999');
  database.close();

  await app.relaunch({ ready: false });
  await expect(app.page.locator('body')).toContainText(/newer version/i);
  await app.close();
  const untouched = new Database(file, { readonly: true });
  expect(untouched.pragma('user_version', { simple: true })).toBe(9999);
  expect(untouched.prepare('SELECT title FROM sessions').pluck().get()).toBe('From the future');
  untouched.close();
});

test('a settings file that cannot be read is set aside', async ({ app }) => {
  await app.close();
  const file = join(app.home, 'settings.json');
  const { writeFileSync } = await import('node:fs');
  writeFileSync(file, '{"theme": "dark"');
  await app.relaunch();
  const aside = readdirSync(app.home).filter((name) => name.startsWith('settings.json.unreadable'));
  expect(aside).toHaveLength(1);
  expect(existsSync(join(app.home, aside[0] ?? ''))).toBe(true);
});
