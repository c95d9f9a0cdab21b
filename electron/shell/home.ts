import { mkdirSync, mkdtempSync, rmdirSync, rmSync } from 'node:fs';
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
  const profile = separate === undefined ? root : join(separate, 'chromium');
  if (canWriteIn(profile)) {
    if (separate !== undefined) app.setPath('userData', profile);
  } else {
    // Without a place for its lock Chromium would end at once, and nobody would learn why.
    const passing = mkdtempSync(join(tmpdir(), 'resolutionflow-'));
    app.setPath('userData', passing);
    removeAtQuit(passing);
  }
  if (demo && named === undefined) removeAtQuit(root);

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

/** By trying, for what a system says of rights is not all that it minds. */
function canWriteIn(folder: string): boolean {
  try {
    mkdirSync(folder, { recursive: true });
    rmdirSync(mkdtempSync(join(folder, 'try-')));
    return true;
  } catch {
    return false;
  }
}

function removeAtQuit(folder: string): void {
  app.on('quit', () => rmSync(folder, { recursive: true, force: true }));
}
