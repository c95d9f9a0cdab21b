import { readFile } from 'node:fs/promises';
import { expect, test } from './fixtures.ts';

// Runs only where the app is an ordinary user's: `npm run test:sandboxed`.
test("the operating system's sandbox holds the page's process", async ({ app }) => {
  const renderer = await app.electron.evaluate(({ webContents }) =>
    webContents.getAllWebContents()[0]?.getOSProcessId(),
  );
  const status = await readFile(`/proc/${renderer}/status`, 'utf8');
  // 2: a seccomp filter; two numbers of one process: it lives in a PID namespace of its own.
  expect(status).toMatch(/^Seccomp:\s+2$/m);
  expect(status).toMatch(/^NSpid:\s+\d+\s+\d+/m);
});
