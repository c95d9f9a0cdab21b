import { join } from 'node:path';
import { _electron, type ElectronApplication, type Page } from 'playwright';
import { resolveElectronRuntime } from '../runtime/electron-runtime.ts';
import { launchOptions } from '../runtime/launch-options.ts';

const BLANK_APP = join(import.meta.dirname, 'blank-app');

/** Measures in the floor of many rows: one window of the same Electron that shows nothing. */
export async function blankPage<Result>(
  home: string,
  measure: (page: Page, app: ElectronApplication) => Promise<Result>,
): Promise<Result> {
  const { executable, leadingArgs } = await resolveElectronRuntime();
  const app = await _electron.launch({
    executablePath: executable,
    args: [...leadingArgs, BLANK_APP],
    env: (await launchOptions({ home })).env,
  });
  try {
    const page = await app.firstWindow();
    await page.waitForLoadState('load');
    return await measure(page, app);
  } finally {
    await app.close();
  }
}
