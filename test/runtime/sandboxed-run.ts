import { chmod, cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { runCommand } from './command.ts';
import { resolveElectronRuntime } from './electron-runtime.ts';
import { installedPackage, outputFolder, projectFolder } from './paths.ts';

/** Debian's and Ubuntu's `nobody`. */
const nobody = '65534';

/** Apart from the usual one, which the test runner empties at its start. */
export const sandboxedOutputFolder = join(outputFolder, 'sandboxed');

/** Why e2e tests cannot or need not be run as another user here, if so. */
export async function reasonAgainstSandboxedRun(): Promise<string | undefined> {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) {
    return 'for anybody but root on Linux, every e2e run has the real sandbox';
  }
  // What Chromium's sandbox helper does first; a container may forbid it even to root.
  const { code } = await runCommand('unshare', ['--pid', '--net', '--fork', 'true']);
  return code === 0 ? undefined : 'this machine does not let root make namespaces for a sandbox';
}

/**
 * Runs e2e tests on an app that an ordinary user runs in Chromium's real sandbox, while the test
 * runner stays root. Without names it runs the smoke test and the look at the sandbox itself.
 */
export async function runSandboxed(names: readonly string[]): Promise<number> {
  const chosen = names.length > 0 ? names : ['smoke.spec.ts', 'sandbox.spec.ts'];
  const folder = await mkdtemp(join(tmpdir(), 'resolutionflow-sandboxed-'));
  try {
    const env = {
      ...process.env,
      ...(await copyForOrdinaryUser(folder)),
      RESOLUTIONFLOW_TEST_OUTPUT: sandboxedOutputFolder,
    };
    const args = ['test', '--config', 'test/e2e/playwright.config.ts', ...chosen];
    const playwright = join(projectFolder, 'node_modules', '.bin', 'playwright');
    return (await runCommand(playwright, args, { env, cwd: projectFolder, stdio: 'inherit' })).code;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Copies what the app needs to where that user may read it, for root's own folders are closed. */
async function copyForOrdinaryUser(folder: string): Promise<Record<string, string>> {
  const runtime = await resolveElectronRuntime();
  await cp(dirname(runtime.executable), join(folder, 'electron'), { recursive: true });
  await chmod(join(folder, 'electron', 'chrome-sandbox'), 0o4755);

  const app = join(folder, 'app');
  for (const part of ['package.json', 'dist']) {
    await cp(join(projectFolder, part), join(app, part), { recursive: true });
  }
  for (const name of ['better-sqlite3', 'keytar']) {
    await cp(installedPackage(name).folder, join(app, 'node_modules', name), { recursive: true });
  }

  const env: Record<string, string> = {};
  for (const [name, file] of Object.entries(runtime.env)) {
    env[name] = join(folder, basename(file));
    await cp(file, env[name]);
  }

  const launcher = join(folder, 'launcher');
  await writeLauncher(launcher, join(folder, 'electron', basename(runtime.executable)), app);
  await chmod(folder, 0o755);
  return { ...env, RESOLUTIONFLOW_TEST_EXECUTABLE: launcher, RESOLUTIONFLOW_TEST_UID: nobody };
}

async function writeLauncher(launcher: string, executable: string, app: string): Promise<void> {
  const lines = [
    '#!/bin/sh',
    'export HOME="$RESOLUTIONFLOW_HOME"',
    '# Playwright sees that it runs as root itself, and switches the sandbox off.',
    'for arg do shift; [ "$arg" = --no-sandbox ] || set -- "$@" "$arg"; done',
    `exec setpriv --reuid=${nobody} --regid=${nobody} --clear-groups -- "${executable}" "$@" "${app}"`,
  ];
  await writeFile(launcher, `${lines.join('\n')}\n`, { mode: 0o755 });
}
