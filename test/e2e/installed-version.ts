import { cp, mkdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { createPackageWithOptions, extractAll } from '@electron/asar';
import { resolveElectronRuntime, rootArgs } from '../runtime/electron-runtime.ts';
import type { Command } from '../runtime/launch-options.ts';
import { projectFolder } from '../runtime/paths.ts';

/** A version of the app as it is when it runs: what its AppImage would hold. */
export interface InstalledVersion {
  readonly command: Command;
  /** Where an AppImage of it would be mounted. */
  readonly mounted: string;
}

/**
 * The app under test as another version, with a feed of its own: the packaged app where that is under
 * test, else the built one.
 */
export async function installVersion(
  folder: string,
  version: string,
  feedUrl: string,
): Promise<InstalledVersion> {
  const feed = `provider: generic\nurl: ${feedUrl}\nupdaterCacheDirName: resolutionflow-updater\n`;
  const packaged = process.env.RESOLUTIONFLOW_TEST_EXECUTABLE;
  return packaged === undefined
    ? unpackaged(folder, version, feed)
    : repackaged(folder, version, feed, packaged);
}

async function unpackaged(folder: string, version: string, feed: string) {
  await mkdir(folder, { recursive: true });
  const manifest = await readFile(join(projectFolder, 'package.json'), 'utf8');
  const { name, productName, type, main } = JSON.parse(manifest);
  const own = JSON.stringify({ name, productName, type, main, version });
  await writeFile(join(folder, 'package.json'), own);
  await writeFile(join(folder, 'dev-app-update.yml'), feed);
  await symlink(join(projectFolder, 'dist'), join(folder, 'dist'));
  const runtime = await resolveElectronRuntime();
  return {
    command: { ...runtime, leadingArgs: [...runtime.leadingArgs, folder] },
    mounted: dirname(runtime.executable),
  };
}

async function repackaged(folder: string, version: string, feed: string, executable: string) {
  await cp(dirname(executable), folder, { recursive: true, verbatimSymlinks: true });
  const resources = join(folder, 'resources');
  const archive = join(resources, 'app.asar');
  const content = join(folder, 'content');
  extractAll(archive, content);
  const manifest = join(content, 'package.json');
  const told = JSON.parse(await readFile(manifest, 'utf8'));
  await writeFile(manifest, JSON.stringify({ ...told, version }));
  await createPackageWithOptions(content, archive, { unpack: '*.node' });
  await rm(content, { recursive: true });
  await writeFile(join(resources, 'app-update.yml'), feed);
  const command = {
    executable: join(folder, basename(executable)),
    leadingArgs: rootArgs(),
    env: {},
  };
  return { command, mounted: folder };
}

/**
 * A file that stands for an AppImage of a version: started, it starts that version, which can then be
 * reached at a port. Long enough that fetching it takes more than one piece.
 */
export function appImageOf({ command, mounted }: InstalledVersion, port: number): Buffer {
  const words = [command.executable, ...command.leadingArgs, `--remote-debugging-port=${port}`];
  const quoted = words.map((word) => `'${word}'`).join(' ');
  const env = { ...command.env, APPDIR: mounted };
  const script = [
    '#!/bin/sh',
    'APPIMAGE=$(realpath "$0"); export APPIMAGE',
    ...Object.entries(env).map(([name, value]) => `export ${name}='${value}'`),
    `exec ${quoted}`,
  ];
  return Buffer.from(`${script.join('\n')}\n${'# as large as an AppImage\n'.repeat(40_000)}`);
}
