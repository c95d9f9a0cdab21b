import { join } from 'node:path';
import { app } from 'electron';
import electronLog from 'electron-log/node.js';
import type { Log } from '../../shared/log.ts';

const MAX_LOG_BYTES = 2_000_000;

/** The log file of this installation; rotated to `main.old.log` at 2 MB. Shown on a terminal in development. */
export function openLog(folder: string): Log {
  const logger = electronLog.create({ logId: 'main' });
  logger.transports.file.resolvePathFn = () => join(folder, 'main.log');
  logger.transports.file.maxSize = MAX_LOG_BYTES;
  logger.transports.file.level = 'info';
  logger.transports.console.level = app.isPackaged ? false : 'warn';
  return {
    info: (message) => logger.info(message),
    warn: (message) => logger.warn(message),
    error: (message, error) => logger.error(message, error ?? ''),
  };
}
