import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** The checkout's top folder, which is also the folder that Electron is given as the app. */
export const projectFolder = join(import.meta.dirname, '..', '..');

/** What runs leave behind: reports, traces, screenshots. Ignored by git. */
export const outputFolder =
  process.env.RESOLUTIONFLOW_TEST_OUTPUT ?? join(projectFolder, 'test-output');

const require = createRequire(join(projectFolder, 'package.json'));

/** The folder and the version of an installed package. */
export function installedPackage(name: string): { folder: string; version: string } {
  const manifest = require.resolve(`${name}/package.json`);
  const { version } = require(manifest) as { version: string };
  return { folder: dirname(manifest), version };
}
