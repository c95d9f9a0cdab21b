import { shell } from 'electron';
import { safeExternalUrl } from './external-url.ts';

/** Opens a checked link in the browser. Answers whether it was opened. The one place that may. */
export async function openExternalLink(raw: string): Promise<boolean> {
  const url = safeExternalUrl(raw);
  if (url === null) return false;
  await shell.openExternal(url);
  return true;
}
