import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runCommand } from '../runtime/command.ts';
import { packagedApp } from '../runtime/packaged-app.ts';

const unpacked = join(packagedApp().resources, 'app.asar.unpacked', 'node_modules');
const machine = `${process.platform}-${process.arch}`;

// In a process of its own: a binary that does not fit may end the one that loads it.
test.each([
  ['better-sqlite3', join('better-sqlite3', 'prebuilds', `${machine}.node`), 'Database'],
  ['keytar', join('keytar', 'prebuilds', machine, 'keytar.node'), 'getPassword'],
])('the packaged %s loads', async (_, file, name) => {
  const script = 'console.log(Object.keys(require(process.argv[1])).join())';
  const { code, output } = await runCommand(process.execPath, [
    '--eval',
    script,
    join(unpacked, file),
  ]);
  expect(output).toContain(name);
  expect(code).toBe(0);
});
