import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runCommand } from '../../runtime/command.ts';
import { projectFolder } from '../../runtime/paths.ts';

// A short stretch of `npm run fuzz`, the same calls each time. In a process of its own: what loads code
// here is the test runner, too slowly for calls that have a time to keep.
test('every call, right or nearly right, gets an answer that keeps the promises', {
  timeout: 240_000,
}, async () => {
  const script = join(projectFolder, 'test', 'fuzz', 'fuzz.ts');
  const { code, output } = await runCommand(process.execPath, [
    script,
    '--runs',
    '400',
    '--seed',
    '2',
  ]);
  expect(output).toContain(': 0 broken promises');
  expect(code).toBe(0);
});
