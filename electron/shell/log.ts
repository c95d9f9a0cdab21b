import { join } from 'node:path';
import { app } from 'electron';
import electronLog from 'electron-log/node.js';
import type { Log } from '../../shared/log.ts';
import { rotateLog } from './log-rotation.ts';

const MAX_LOG_BYTES = 2_000_000;

/** The newest log file under a folder of logs. */
export function logFile(folder: string): string {
  return join(folder, 'main.log');
}

/** The log of this installation, in five files of 2 MB at most. Shown on a terminal in development. */
export function openLog(folder: string): Log {
  const logger = electronLog.create({ logId: 'main' });
  const { file } = logger.transports;
  file.resolvePathFn = () => logFile(folder);
  file.maxSize = MAX_LOG_BYTES;
  file.archiveLogFn = (full) => {
    // Better to begin anew than to grow without end.
    if (!rotateLog(full.path)) full.clear();
  };
  file.level = 'info';
  logger.transports.console.level = app.isPackaged ? false : 'warn';
  return {
    info: (message) => logger.info(message),
    warn: (message) => logger.warn(message),
    error: (message, error) => logger.error(message, error ?? ''),
  };
}
