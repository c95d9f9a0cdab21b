import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { createPackage } from '@electron/asar';
import { FuseV1Options, FuseVersion, flipFuses } from '@electron/fuses';
import { inspectableCopy, packagedApp } from '../runtime/packaged-app.ts';
import { BLANK_APP } from './blank-window.ts';

/**
 * Points the rows at copies, in `folder`, of the packaged app under release/: one that a bench can
 * drive, and for the floor one that holds the blank window in place of the app.
 */
export async function measurePackagedApp(folder: string): Promise<void> {
  const packaged = packagedApp();
  if (!existsSync(packaged.executable)) {
    throw new Error('There is no packaged app yet. Run: npm run package');
  }
  const app = await inspectableCopy(packaged, join(folder, 'app'));
  const blank = await inspectableCopy(packaged, join(folder, 'blank'));
  await rm(join(blank.resources, 'app.asar.unpacked'), { recursive: true, force: true });
  await createPackage(BLANK_APP, join(blank.resources, 'app.asar'));
  await flipFuses(blank.fuses, {
    version: FuseVersion.V1,
    resetAdHocDarwinSignature: process.platform === 'darwin',
    // The executable knows the checksum of the app's archive only.
    [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: false,
  });
  process.env.RESOLUTIONFLOW_TEST_EXECUTABLE = app.executable;
  process.env.RESOLUTIONFLOW_TEST_BLANK = blank.executable;
}
