import { join } from 'node:path';
import { _electron, type ElectronApplication, type Page } from 'playwright';
import { resolveElectronRuntime, rootArgs } from '../runtime/electron-runtime.ts';
import { type LaunchOptions, launchOptions } from '../runtime/launch-options.ts';

/** The floor of many rows: an app of one window that shows nothing. */
export const BLANK_APP = join(import.meta.dirname, 'blank-app');

/** How a blank window of the Electron under test is started: packaged where the app is, too. */
export async function blankLaunchOptions(home: string): Promise<LaunchOptions> {
  const { env } = await launchOptions({ home });
  const packaged = process.env.RESOLUTIONFLOW_TEST_BLANK;
  if (packaged !== undefined) return { executablePath: packaged, args: rootArgs(), env };
  const { executable, leadingArgs } = await resolveElectronRuntime();
  return { executablePath: executable, args: [...leadingArgs, BLANK_APP], env };
}

/** Measures in a blank window. */
export async function blankPage<Result>(
  home: string,
  measure: (page: Page, app: ElectronApplication) => Promise<Result>,
): Promise<Result> {
  const app = await _electron.launch(await blankLaunchOptions(home));
  try {
    const page = await app.firstWindow();
    await page.waitForLoadState('load');
    return await measure(page, app);
  } finally {
    await app.close();
  }
}
