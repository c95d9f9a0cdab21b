import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import { AppError } from '../../shared/errors.ts';
import { openSearch, type SearchConnection } from './search-connection.ts';
import type { SearchAnswer, SearchRequest } from './search-protocol.ts';

type Work = Exclude<SearchRequest, { readonly task: 'cancel' }>;

/**
 * The thread that searches, so that the window never waits for it. Of searches only the newest counts,
 * and it goes first, for somebody is typing; other work is done in its order.
 */
function serve(port: MessagePort, file: string): void {
  let connection: SearchConnection | undefined;
  let waiting: Work[] = [];
  const answer = (message: SearchAnswer) => port.postMessage(message);

  function run(): void {
    const request = waiting.find(({ task }) => task === 'search') ?? waiting[0];
    if (request === undefined) return;
    waiting = waiting.filter((other) => other !== request);
    try {
      // Not sooner than the first search: only then is it sure that the store has made the file.
      connection ??= openSearch(file);
      answer({ id: request.id, ok: true, value: resultOf(connection, request) });
    } catch (error) {
      const known = error instanceof AppError ? error : searchFailed(error);
      answer({ id: request.id, ok: false, error: known.toShape() });
    }
    if (waiting.length > 0) setImmediate(run);
  }

  port.on('message', (request: SearchRequest) => {
    if (request.task === 'cancel') {
      waiting = waiting.filter(({ id }) => id !== request.id);
      return;
    }
    if (request.task === 'search') {
      for (const { id } of waiting.filter(({ task }) => task === 'search')) {
        answer({ id, ok: false, error: SUPERSEDED.toShape() });
      }
      waiting = waiting.filter(({ task }) => task !== 'search');
    }
    waiting.push(request);
    // What was typed meanwhile arrives before this runs.
    setImmediate(run);
  });
}

function resultOf(connection: SearchConnection, request: Work) {
  switch (request.task) {
    case 'search':
      return connection.search(request);
    case 'similarTo':
      return connection.similarTo(request);
    case 'similarToText':
      return connection.similarToText(request);
  }
}

const SUPERSEDED = new AppError('CANCELLED', 'A newer search took the place of this one.');

function searchFailed(error: unknown): AppError {
  const reason = error instanceof Error ? error.message : String(error);
  return new AppError('INTERNAL', 'The search failed. Try other words.', { reason });
}

const { file } = workerData as { file: string };
if (parentPort !== null) serve(parentPort, file);
