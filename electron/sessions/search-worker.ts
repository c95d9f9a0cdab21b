import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import { AppError } from '../../shared/errors.ts';
import { openSearch, type SearchConnection } from './search-connection.ts';
import type { SearchAnswer, SearchRequest } from './search-protocol.ts';

/** The thread that searches, so that the window never waits for it. Only the newest request counts. */
function serve(port: MessagePort, file: string): void {
  let connection: SearchConnection | undefined;
  let waiting: SearchRequest | undefined;
  const answer = (message: SearchAnswer) => port.postMessage(message);

  function run(): void {
    const request = waiting;
    if (request === undefined) return;
    waiting = undefined;
    const { id, query, limit } = request;
    try {
      // Not sooner than the first search: only then is it sure that the store has made the file.
      connection ??= openSearch(file);
      answer({ id, ok: true, value: connection.search({ query, limit }) });
    } catch (error) {
      const known = error instanceof AppError ? error : searchFailed(error);
      answer({ id, ok: false, error: known.toShape() });
    }
  }

  port.on('message', (request: SearchRequest) => {
    if (waiting === undefined) {
      // What was typed meanwhile arrives before this runs.
      setImmediate(run);
    } else {
      answer({ id: waiting.id, ok: false, error: SUPERSEDED.toShape() });
    }
    waiting = request;
  });
}

const SUPERSEDED = new AppError('CANCELLED', 'A newer search took the place of this one.');

function searchFailed(error: unknown): AppError {
  const reason = error instanceof Error ? error.message : String(error);
  return new AppError('INTERNAL', 'The search failed. Try other words.', { reason });
}

const { file } = workerData as { file: string };
if (parentPort !== null) serve(parentPort, file);
