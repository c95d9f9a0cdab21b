import { join, normalize, sep } from 'node:path';

/** The origin of the app's own page. Nothing else may be loaded in its window. */
export const APP_ORIGIN = 'app://resolutionflow';

/** Whether a URL is of the app's own origin. By its text: Node gives every such scheme the origin `null`. */
export function isOwnUrl(url: string): boolean {
  return url.startsWith(`${APP_ORIGIN}/`);
}

/** Names that Windows gives a meaning of its own (streams, drives, `\\server`), and what ends a C string. */
const UNSAFE_IN_PATHS = /[\0\\:]/;

/**
 * The file under `root` that an app URL names, or null where the URL is not the app's or leaves the
 * folder. Encoded dots and separators are decoded before the check. Links within the folder are
 * followed: who can make one there can put a page of their own there as well.
 */
export function resolveAppFile(root: string, url: string): string | null {
  if (!isOwnUrl(url)) return null;
  let path: string;
  try {
    path = decodeURIComponent(new URL(url).pathname);
  } catch {
    return null;
  }
  if (UNSAFE_IN_PATHS.test(path)) return null;
  const file = normalize(join(root, path));
  return file.startsWith(root + sep) ? file : null;
}
