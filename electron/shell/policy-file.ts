import {
  closeSync,
  fstatSync,
  openSync,
  readFileSync,
  realpathSync,
  type Stats,
  statSync,
} from 'node:fs';
import { dirname, posix, win32 } from 'node:path';
import type { PolicyFile } from '../settings/index.ts';

/** Far more than all settings together need. */
const MAX_BYTES = 256 * 1024;

const FOLDER = 'ResolutionFlow';
const NAME = 'policy.json';

/** Groups whose members administer a Mac. */
const ADMIN_GROUPS: readonly number[] = process.platform === 'darwin' ? [0, 80] : [0];

interface Place {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly packaged: boolean;
}

/**
 * Where the administrator's file may stand, the first that exists counts. In a packaged app no variable
 * of the user's can lead away from the machine-wide place: on Windows the usual folder comes before
 * the one that the environment names, which may be on another drive.
 */
export function policyPlaces({ platform, env, packaged }: Place): string[] {
  const named = packaged ? undefined : env.RESOLUTIONFLOW_POLICY;
  if (named) return [named];
  if (platform === 'win32') {
    const folders = ['C:\\ProgramData', env.ProgramData ?? ''].filter((folder) => folder !== '');
    return Array.from(new Set(folders), (folder) => win32.join(folder, FOLDER, NAME));
  }
  return platform === 'darwin'
    ? [posix.join('/Library/Application Support', FOLDER, NAME)]
    : [posix.join('/etc', FOLDER.toLowerCase(), NAME)];
}

/** Reads the first file that there is. Whoever is not an administrator must not be able to write it. */
export function readPolicyFile(places: readonly string[], packaged: boolean): PolicyFile {
  for (const file of places) {
    try {
      return readOne(file, packaged);
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code;
      if (code === 'ENOENT' || code === 'ENOTDIR') continue;
      return {
        file,
        refusal: `The policy file cannot be read (${code ?? 'unknown'}), so none of it is in force.`,
      };
    }
  }
  return null;
}

function readOne(file: string, packaged: boolean): PolicyFile {
  const descriptor = openSync(realpathSync(file), 'r');
  try {
    // Of the file that was opened, so that it cannot be changed for another in between.
    const stats = fstatSync(descriptor);
    if (!stats.isFile())
      return { file, refusal: 'The policy file is not a file, so it is not read.' };
    if (stats.size > MAX_BYTES) {
      return { file, refusal: 'The policy file is larger than 256 kB, so it is not read.' };
    }
    const loose = [stats, statSync(dirname(realpathSync(file)))].some((one) =>
      isLoose(one, packaged),
    );
    if (process.platform !== 'win32' && loose) {
      return {
        file,
        refusal:
          'The policy file or its folder can be written by users who are not administrators, so none of it is in force. Give both to root and take the right to write from all others.',
      };
    }
    return { file, text: readFileSync(descriptor, 'utf8') };
  } finally {
    closeSync(descriptor);
  }
}

/** Whether somebody who is not an administrator may write it. A test's own file belongs to its user. */
function isLoose({ mode, uid, gid }: Stats, packaged: boolean): boolean {
  const byAll = (mode & 0o002) !== 0;
  const byGroup = (mode & 0o020) !== 0 && !ADMIN_GROUPS.includes(gid);
  return byAll || (packaged && (byGroup || uid !== 0));
}
