import { shell } from 'electron';
import { safeExternalUrl } from './external-url.ts';

/**
 * Opens a checked link in the browser: https alone, so that no other program is ever started by one.
 * Answers whether it was opened; a computer without a browser is no fault of ours. The one place that may.
 */
export async function openExternalLink(raw: string): Promise<boolean> {
  const url = safeExternalUrl(raw);
  if (url === null) return false;
  return shell.openExternal(url).then(
    () => true,
    () => false,
  );
}
