import { homedir, hostname, release, totalmem, type, userInfo } from 'node:os';
import { app, screen } from 'electron';
import { clockWarning } from './clock.ts';

/** What the diagnostics report says of app, runtime and system. No name is among it. */
export function appFacts(demo: boolean): string[] {
  const { electron, chrome, node } = process.versions;
  const displays = screen
    .getAllDisplays()
    .map(({ size, scaleFactor }) => `${size.width}×${size.height} at ${scaleFactor * 100} %`);
  const warning = clockWarning(Date.now());
  return [
    `ResolutionFlow ${app.getVersion()}, ${app.isPackaged ? 'packaged' : 'development'}${demo ? ', demo' : ''}`,
    `Electron ${electron}, Chromium ${chrome}, Node ${node}`,
    `${type()} ${release()}, ${process.arch}, ${Math.round(totalmem() / 1e9)} GB of memory`,
    `language ${app.getLocale()}, time zone ${Intl.DateTimeFormat().resolvedOptions().timeZone}`,
    `displays: ${displays.join(', ')}`,
    `graphics: ${app.getGPUFeatureStatus().gpu_compositing ?? 'unknown'}`,
    `up for ${Math.round(process.uptime() / 60)} min`,
    ...(warning === null ? [] : [warning]),
  ];
}

/** The names of this computer and its user, which a report covers. */
export function localNames(home: string) {
  return { home, user_folder: homedir(), user: userName(), computer: hostname() };
}

/** A user without an entry in the system's list, as in some containers, has no name. */
function userName(): string {
  try {
    return userInfo().username;
  } catch {
    return '';
  }
}
