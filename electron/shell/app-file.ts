import { join, normalize, sep } from 'node:path';

/** The origin of the app's own page. Nothing else may be loaded in its window. */
export const APP_ORIGIN = 'app://resolutionflow';

/**
 * The file under `root` that an app URL names, or null where the URL is not the app's or leaves the
 * folder. Encoded dots and separators are decoded before the check.
 */
export function resolveAppFile(root: string, url: string): string | null {
  let parsed: URL;
  let path: string;
  try {
    parsed = new URL(url);
    path = decodeURIComponent(parsed.pathname);
  } catch {
    return null;
  }
  if (parsed.protocol !== 'app:' || parsed.host !== 'resolutionflow') return null;
  if (path.includes('\0') || path.includes('\\')) return null;
  const file = normalize(join(root, path));
  return file.startsWith(root + sep) ? file : null;
}
