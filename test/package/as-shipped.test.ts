import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Display, ensureDisplay } from '../runtime/display.ts';
import { rootArgs } from '../runtime/electron-runtime.ts';
import { noKeyring } from '../runtime/keyring.ts';
import { packagedApp } from '../runtime/packaged-app.ts';
import { ensureSystemPackages } from '../runtime/system-packages.ts';

// The end-to-end suite drives a copy in which one fuse is switched. This is the app as it ships:
// it starts, its page and its store work, and each way in that the fuses close is closed.

let folder = '';
let home = '';
let required = '';
let display: Display | undefined;

beforeAll(async () => {
  await ensureSystemPackages('electron', 'display');
  display = await ensureDisplay();
  folder = await mkdtemp(join(tmpdir(), 'resolutionflow-shipped-'));
  home = join(folder, 'home');
  required = join(folder, 'required.cjs');
  await mkdir(home);
  await writeFile(
    required,
    `require('node:fs').writeFileSync(${JSON.stringify(`${required}.ran`)}, '')`,
  );
});

afterAll(async () => {
  display?.stop();
  await rm(folder, { recursive: true, force: true, maxRetries: 5 });
});

test('the app as it ships starts, and is no Node for whoever asks it to be', async () => {
  const app = spawn(
    packagedApp().executable,
    [...rootArgs(), '--inspect=0', '--remote-debugging-port=0'],
    {
      env: {
        ...process.env,
        ...display?.env,
        ...noKeyring,
        RESOLUTIONFLOW_HOME: home,
        ELECTRON_RUN_AS_NODE: '1',
        NODE_OPTIONS: `--require ${required}`,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  const output = gather(app);
  try {
    const browser = await chromium.connectOverCDP(await output.find(/DevTools listening on (\S+)/));
    const page = browser.contexts()[0]?.pages()[0];
    await page?.locator('html[data-ready="true"]').waitFor({ state: 'attached' });
    expect(await page?.title()).toBe('ResolutionFlow');
    expect(page?.url()).toMatch(/^(?!file:)/);
    await browser.close();
  } finally {
    if (app.exitCode === null) {
      app.kill();
      await once(app, 'exit');
    }
  }
  // The store's native module worked, for it has made its file.
  expect(await readdir(join(home, 'data'))).toContain('resolutionflow.db');
  expect(output.text()).not.toContain('Debugger listening');
  expect(existsSync(`${required}.ran`), 'NODE_OPTIONS was obeyed').toBe(false);
});

/** What a process writes, and the first group of a pattern as soon as that is in it. */
function gather(child: ChildProcess) {
  let text = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (chunk: string) => {
      text += chunk;
    });
  }
  return {
    text: () => text,
    async find(pattern: RegExp): Promise<string> {
      for (;;) {
        const [, found] = pattern.exec(text) ?? [];
        if (found !== undefined) return found;
        if (child.exitCode !== null) throw new Error(`The app ended:\n${text}`);
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    },
  };
}
