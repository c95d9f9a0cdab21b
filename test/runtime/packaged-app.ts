import { existsSync } from 'node:fs';
import { copyFile, cp, rm } from 'node:fs/promises';
import { basename, dirname, join, relative } from 'node:path';
import { FuseV1Options, FuseVersion, flipFuses } from '@electron/fuses';
import { mustRun } from './command.ts';
import { type ElectronRuntime, resolveElectronRuntime } from './electron-runtime.ts';
import { projectFolder } from './paths.ts';

/** A packaged app on disk, as an installer would put it there. */
export interface PackagedApp {
  /** All of it. */
  readonly folder: string;
  readonly executable: string;
  /** Where the app's archive is. */
  readonly resources: string;
  /** What holds the fuses' settings, as `@electron/fuses` wants it. */
  readonly fuses: string;
}

/** Where electron-builder puts the app of this platform. */
export function packagedApp(): PackagedApp {
  const release = join(projectFolder, 'release');
  const suffix = process.arch === 'x64' ? '' : `-${process.arch}`;
  if (process.platform === 'darwin') {
    const folder = join(release, `mac${suffix}`);
    const app = join(folder, 'ResolutionFlow.app');
    return {
      folder,
      executable: join(app, 'Contents', 'MacOS', 'ResolutionFlow'),
      resources: join(app, 'Contents', 'Resources'),
      fuses: app,
    };
  }
  const windows = process.platform === 'win32';
  const folder = join(release, `${windows ? 'win' : 'linux'}${suffix}-unpacked`);
  const executable = join(folder, windows ? 'ResolutionFlow.exe' : 'resolutionflow-desktop');
  return { folder, executable, resources: join(folder, 'resources'), fuses: executable };
}

/** Packages the built app for this platform, without installers. */
export async function packageApp(): Promise<PackagedApp> {
  const runtime = await resolveElectronRuntime();
  const app = packagedApp();
  await rm(app.folder, { recursive: true, force: true });
  const builder = join(projectFolder, 'node_modules', 'electron-builder', 'cli.js');
  const args = ['--dir', `--${process.arch}`, '--publish=never', ...developersArgs(runtime)];
  await mustRun(process.execPath, [builder, ...args], { cwd: projectFolder });
  if (!existsSync(app.executable)) throw new Error(`electron-builder made no ${app.executable}`);
  if (runtime.source === 'registry') await makeDoWithRegistryRuntime(app, runtime);
  return app;
}

/** What a release does not need: there the configuration alone holds. */
function developersArgs({ source, executable, version }: ElectronRuntime): string[] {
  if (source === 'registry') {
    return [`-c.electronDist=${dirname(executable)}`, `-c.electronVersion=${version}`];
  }
  // An app signed by nobody cannot load its own libraries inside the hardened runtime.
  const unsigned = process.platform === 'darwin' && !process.env.CSC_LINK && !process.env.CSC_NAME;
  return unsigned ? ['-c.mac.hardenedRuntime=false', '-c.mac.notarize=false'] : [];
}

/** Takes out what only starts an unpackaged app there, and puts in the binding that runs on it. */
async function makeDoWithRegistryRuntime(app: PackagedApp, runtime: ElectronRuntime) {
  for (const name of ['default_app.asar', 'sqlite-hook.cjs']) {
    await rm(join(app.resources, name), { force: true });
  }
  const prebuilt = join('better-sqlite3', 'prebuilds', `${process.platform}-${process.arch}.node`);
  const binding = runtime.env.RESOLUTIONFLOW_SQLITE_BINDING;
  if (binding === undefined) throw new Error('The registry runtime comes without its binding.');
  await copyFile(binding, join(app.resources, 'app.asar.unpacked', 'node_modules', prebuilt));
}

/**
 * A copy of a packaged app that Playwright can drive. It differs in one fuse: the shipped app does
 * not listen to the inspector's arguments, through which Playwright reaches the main process.
 */
export async function inspectableCopy(app: PackagedApp, folder: string): Promise<PackagedApp> {
  await cp(app.folder, folder, { recursive: true, verbatimSymlinks: true });
  const inCopy = (path: string) => join(folder, relative(app.folder, path));
  const copy = {
    folder,
    executable: inCopy(app.executable),
    resources: inCopy(app.resources),
    fuses: inCopy(app.fuses),
  };
  await flipFuses(copy.fuses, {
    version: FuseVersion.V1,
    // The change breaks a signature, without which nothing runs on Apple's processors.
    resetAdHocDarwinSignature: process.platform === 'darwin',
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
  });
  return copy;
}

/** How the app's folder is told on the command line: from the project's folder on. */
export function told(app: PackagedApp): string {
  return join(relative(projectFolder, app.folder), basename(app.executable));
}
