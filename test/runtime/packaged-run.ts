import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCommand } from './command.ts';
import { inspectableCopy, packagedApp } from './packaged-app.ts';
import { outputFolder, projectFolder } from './paths.ts';

/** Apart from the usual one, which the test runner empties at its start. */
const packagedOutputFolder = join(outputFolder, 'packaged');

/** Runs the tests that look at the packaged app under release/ itself. */
export async function lookAtPackagedApp(args: readonly string[] = []): Promise<number> {
  const vitest = join(projectFolder, 'node_modules', 'vitest', 'vitest.mjs');
  const config = ['--config', join('test', 'package', 'vitest.config.ts')];
  return node([vitest, 'run', ...config, ...args]);
}

/**
 * Runs the end-to-end suite, or the tests named, on the packaged app under release/: on a copy in
 * which the one fuse is switched that Playwright needs.
 */
export async function runOnPackagedApp(names: readonly string[]): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), 'resolutionflow-packaged-'));
  try {
    const { executable } = await inspectableCopy(packagedApp(), join(folder, 'app'));
    const playwright = join(projectFolder, 'node_modules', '@playwright', 'test', 'cli.js');
    const args = [playwright, 'test', '--config', 'test/e2e/playwright.config.ts', ...names];
    return await node(args, {
      RESOLUTIONFLOW_TEST_EXECUTABLE: executable,
      RESOLUTIONFLOW_TEST_OUTPUT: packagedOutputFolder,
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function node(args: readonly string[], env: Record<string, string> = {}): Promise<number> {
  const { code } = await runCommand(process.execPath, args, {
    env: { ...process.env, ...env },
    cwd: projectFolder,
    stdio: 'inherit',
  });
  return code;
}
