import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { app } from 'electron';

/** Folders of one installation's data. `root` is what `app.info` calls home. */
export interface Home {
  readonly root: string;
  readonly data: string;
  readonly backups: string;
  readonly logs: string;
  readonly demo: boolean;
}

/**
 * Decides where this run keeps everything, before Electron's `ready`: `RESOLUTIONFLOW_HOME`, a
 * throw-away folder for `--demo`, else Electron's `userData`. A named home also holds Chromium's
 * profile, so that two homes never share a lock, a cache or a cookie.
 */
export function chooseHome(argv: readonly string[], named: string | undefined): Home {
  const demo = argv.includes('--demo');
  const separate =
    named ?? (demo ? mkdtempSync(join(tmpdir(), 'resolutionflow-demo-')) : undefined);
  const root = separate ?? app.getPath('userData');
  if (separate !== undefined) app.setPath('userData', join(separate, 'chromium'));
  if (demo && named === undefined) {
    app.on('quit', () => rmSync(root, { recursive: true, force: true }));
  }

  const data = join(root, 'data');
  const logs = join(root, 'logs');
  for (const folder of [data, logs]) {
    try {
      mkdirSync(folder, { recursive: true });
    } catch {
      // A home that cannot be written is told on screen by the store, which meets the same refusal.
    }
  }
  return { root, data, backups: join(data, 'backups'), logs, demo };
}
