import { join } from 'node:path';
import { flipFuses } from '@electron/fuses';
import type { AfterPackContext, LinuxPackager } from 'electron-builder';
import { fuseConfig, readFuses, wrongFuses } from './fuses.ts';

/**
 * electron-builder calls this before it signs. Its own option for fuses knows fewer than Electron
 * has, and says nothing of those that were left out; so they are set here, all of them, and read
 * back. A fuse that nobody decided on ends the build.
 */
// biome-ignore lint/style/noDefaultExport: electron-builder takes a hook from the default export.
export default async function afterPack(context: AfterPackContext): Promise<void> {
  const app = builtApp(context);
  await flipFuses(app, fuseConfig(await readFuses(app)));
  const wrong = wrongFuses(await readFuses(app));
  if (wrong.length > 0) throw new Error(`The fuses were not set:\n${wrong.join('\n')}`);
}

/** The executable, or on macOS the bundle. */
function builtApp({ appOutDir, electronPlatformName, packager }: AfterPackContext): string {
  const { productFilename } = packager.appInfo;
  if (electronPlatformName === 'darwin') return join(appOutDir, `${productFilename}.app`);
  if (electronPlatformName === 'win32') return join(appOutDir, `${productFilename}.exe`);
  return join(appOutDir, (packager as LinuxPackager).executableName);
}
