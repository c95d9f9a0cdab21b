import type { BackupInfo } from '../../shared/domain/store-status.ts';
import { goodBackups } from './backups.ts';
import type { StorePaths } from './paths.ts';
import { type DatabaseFailure, failureOf } from './sql-errors.ts';

/** Why the store cannot be opened. */
export type ProblemKind = 'damaged' | 'newer' | 'locked' | 'read_only' | 'disk_full' | 'unreadable';

/** What the technician is told and can choose from, while nothing has been overwritten. */
export interface StoreProblem {
  readonly kind: ProblemKind;
  /** What is wrong, and what to do next. */
  readonly message: string;
  readonly file: string;
  /** Where the damaged file was moved to, if this very attempt moved it. */
  readonly set_aside: string | null;
  /** Backups that were opened and found good, newest first; only where one could help. */
  readonly backups: readonly BackupInfo[];
}

/** Stops an opening for a reason that is known. `reason` goes to the log and, if `told`, to the screen. */
export class OpeningFailure extends Error {
  readonly kind: ProblemKind;
  readonly told: string | undefined;

  constructor(kind: ProblemKind, reason: string, told?: string) {
    super(reason);
    this.name = 'OpeningFailure';
    this.kind = kind;
    this.told = told;
  }
}

const KINDS: Record<DatabaseFailure, ProblemKind> = {
  damaged: 'damaged',
  disk_full: 'disk_full',
  read_only: 'read_only',
  busy: 'locked',
  unreadable: 'unreadable',
};

const MESSAGES: Record<ProblemKind, (paths: StorePaths) => string> = {
  damaged: ({ file }) =>
    `The session file ${file} is damaged and was left as it is. Restore the newest backup, or start empty; the damaged file is moved aside and kept either way.`,
  newer: ({ file }) =>
    `The session file ${file} was written by a newer version of ResolutionFlow and was left as it is. Install the newest version, then start it again.`,
  locked: ({ file }) =>
    `Another ResolutionFlow, or another program, is using the session file ${file}. Close it, then try again.`,
  read_only: ({ folder }) =>
    `ResolutionFlow may not write to ${folder}. Give your user write access to this folder and the files in it, then try again.`,
  disk_full: ({ folder }) =>
    `The disk that holds ${folder} is full, so the session file cannot be opened safely. Free some space, then try again.`,
  unreadable: ({ file }) =>
    `The session file ${file} cannot be read. Check that its drive is connected and healthy, then try again.`,
};

const BACKUPS_HELP: readonly ProblemKind[] = ['damaged', 'unreadable'];

/** Turns whatever stopped an opening into what the technician is told. */
export function problemOf(
  error: unknown,
  paths: StorePaths,
  setAside: string | null,
): StoreProblem {
  const kind = kindOf(error, paths.file);
  const told = error instanceof OpeningFailure ? error.told : undefined;
  return {
    kind,
    message: told ?? MESSAGES[kind](paths),
    file: paths.file,
    set_aside: setAside,
    backups: BACKUPS_HELP.includes(kind) ? goodBackups(paths.backups) : [],
  };
}

function kindOf(error: unknown, file: string): ProblemKind {
  if (error instanceof OpeningFailure) return error.kind;
  const failure = failureOf(error, file);
  return failure === undefined ? 'unreadable' : KINDS[failure];
}
