import { app } from 'electron';
import { looksLikeLink } from './link-arguments.ts';

/** For one start only: a driver that fails today may work after its update. */
const WITHOUT_GRAPHICS = '--disable-gpu';

/** Ends the app in order and starts it again. A link that it was started with is not opened twice. */
export function restartApp({ graphics = true }: { readonly graphics?: boolean } = {}): void {
  const args = process.argv
    .slice(1)
    .filter((arg) => arg !== '--' && arg !== WITHOUT_GRAPHICS && !looksLikeLink(arg));
  // An AppImage runs from where it is unpacked, which is gone when the app has ended.
  const { APPIMAGE } = process.env;
  app.relaunch({
    args: graphics ? args : [...args, WITHOUT_GRAPHICS],
    ...(APPIMAGE === undefined ? {} : { execPath: APPIMAGE }),
  });
  app.quit();
}
