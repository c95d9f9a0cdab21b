import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { runCommand } from '../runtime/command.ts';
import { resolveElectronRuntime } from '../runtime/electron-runtime.ts';
import { projectFolder } from '../runtime/paths.ts';
import type { BenchRow } from './row.ts';

/** What ships beside Electron, measured on the app as electron-builder packs it for this platform. */
export async function benchShippedSize(): Promise<BenchRow[]> {
  const folder = mkdtempSync(join(tmpdir(), 'resolutionflow-bench-'));
  try {
    const { executable, version } = await resolveElectronRuntime();
    const { code, output } = await runCommand(
      join(projectFolder, 'node_modules/.bin/electron-builder'),
      [
        '--dir',
        '--publish=never',
        `-c.electronDist=${dirname(executable)}`,
        `-c.electronVersion=${version}`,
        `-c.directories.output=${folder}`,
      ],
      { cwd: projectFolder },
    );
    if (code !== 0) throw new Error(`electron-builder failed: ${output.slice(-2_000)}`);
    const resources = findResources(folder);
    return [
      {
        what: 'what ships beside Electron (asar and unpacked modules, one platform)',
        measured: bytesOf(resources, /^app\.asar/) / 1024 / 1024,
        unit: 'MB',
        floor: null,
        bar: { kind: 'figure', at_most: 15 },
      },
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function findResources(folder: string): string {
  const asar = readdirSync(folder, { recursive: true, withFileTypes: true }).find(
    (entry) => entry.name === 'app.asar',
  );
  if (asar === undefined) throw new Error('electron-builder made no app.asar');
  return asar.parentPath;
}

function bytesOf(folder: string, top: RegExp): number {
  return readdirSync(folder)
    .filter((name) => top.test(name))
    .flatMap((name) => {
      const path = join(folder, name);
      if (statSync(path).isFile()) return [statSync(path).size];
      return readdirSync(path, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => statSync(join(entry.parentPath, entry.name)).size);
    })
    .reduce((sum, size) => sum + size, 0);
}
