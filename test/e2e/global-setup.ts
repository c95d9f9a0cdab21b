import { ensureDisplay } from '../runtime/display.ts';
import { launchOptions } from '../runtime/launch-options.ts';
import { ensureSystemPackages } from '../runtime/system-packages.ts';

/**
 * Makes ready, before any test's clock runs, what all of them share: libraries, a display, and an
 * Electron. What it puts into the environment reaches the workers. Returns the clean-up.
 */
// biome-ignore lint/style/noDefaultExport: Playwright takes the set-up from the default export.
export default async function setUp(): Promise<() => void> {
  await ensureSystemPackages('electron', 'display', 'keyring');
  const display = await ensureDisplay();
  Object.assign(process.env, display.env);
  await launchOptions();
  return display.stop;
}
