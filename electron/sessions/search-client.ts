import { Worker } from 'node:worker_threads';
import type { SearchHit } from '../../shared/domain/search.ts';
import type { SimilarWork } from '../../shared/domain/similar-work.ts';
import { AppError } from '../../shared/errors.ts';
import type { StoreLog } from './log.ts';
import type { SearchAnswer, SearchRequest, SearchTask, SearchTasks } from './search-protocol.ts';

export interface SearchClient {
  /** At most `limit` sessions. `CANCELLED` when aborted or when a newer search took its place. */
  search(query: string, limit: number, signal?: AbortSignal): Promise<SearchHit[]>;
  /** Closed sessions that are most like this one; `CANCELLED` when aborted. */
  similarTo(sessionId: number, limit: number, signal?: AbortSignal): Promise<SimilarWork[]>;
  /** Closed sessions that are most like a description in words; `except` is never among them. */
  similarToText(
    text: string,
    options: {
      readonly except: number | null;
      readonly limit: number;
      readonly signal?: AbortSignal;
    },
  ): Promise<SimilarWork[]>;
  /**
   * Ends the thread and lets go of the file; searches that wait are cancelled. The next search starts
   * another thread, so a recovery closes this before it moves the file.
   */
  close(): Promise<void>;
}

export interface SearchClientOptions {
  /** The worker's script, `search-worker`. */
  readonly worker: URL;
  /** The database file; it need not exist before the first search. */
  readonly file: string;
  readonly log: StoreLog;
}

interface Waiting {
  readonly request: SearchRequest;
  resolve(value: SearchTasks[SearchTask]['output']): void;
  reject(error: AppError): void;
}

/**
 * Runs searches on a thread that starts with the first one. A thread that dies is replaced once, and
 * what it owed is asked again; if the next one dies too before it has answered anything, searching
 * fails until the app restarts.
 */
export function createSearchClient({
  worker: script,
  file,
  log,
}: SearchClientOptions): SearchClient {
  const waiting = new Map<number, Waiting>();
  let thread: Worker | undefined;
  let crashes = 0;
  let lastId = 0;

  function settle(id: number, how: (entry: Waiting) => void): void {
    const entry = waiting.get(id);
    if (entry === undefined) return;
    waiting.delete(id);
    how(entry);
  }

  function rejectAll(error: AppError): void {
    for (const id of [...waiting.keys()]) settle(id, (entry) => entry.reject(error));
  }

  function start(): Worker {
    const started = new Worker(script, { workerData: { file }, name: 'search' });
    started.on('message', (answer: SearchAnswer) => {
      crashes = 0;
      settle(answer.id, (entry) => {
        if (answer.ok) entry.resolve(answer.value);
        else
          entry.reject(new AppError(answer.error.code, answer.error.message, answer.error.details));
      });
    });
    started.on('error', (error) => log.error('search: the thread failed', error));
    started.on('exit', () => {
      if (thread === started) replace();
    });
    // Quitting does not wait for a search.
    started.unref();
    return started;
  }

  function replace(): void {
    thread = undefined;
    crashes += 1;
    if (crashes > 1) {
      rejectAll(stopped());
      return;
    }
    if (waiting.size === 0) return;
    log.warn('search: starting the thread again');
    thread = start();
    for (const { request } of waiting.values()) thread.postMessage(request);
  }

  function ask<Task extends SearchTask>(
    task: Task,
    input: SearchTasks[Task]['input'],
    signal: AbortSignal | undefined,
  ): Promise<SearchTasks[Task]['output']> {
    if (signal?.aborted) return Promise.reject(cancelled());
    if (crashes > 1) return Promise.reject(stopped());
    lastId += 1;
    const id = lastId;
    // The task picks its input, which the type of a generic call cannot follow.
    const request = { id, task, ...input } as unknown as SearchRequest;
    const abort = () => {
      settle(id, (entry) => entry.reject(cancelled()));
      thread?.postMessage({ id, task: 'cancel' } satisfies SearchRequest);
    };
    signal?.addEventListener('abort', abort, { once: true });
    return new Promise<SearchTasks[Task]['output']>((resolve, reject) => {
      waiting.set(id, { request, resolve, reject });
      thread ??= start();
      thread.postMessage(request);
    }).finally(() => signal?.removeEventListener('abort', abort));
  }

  return {
    search: (query, limit, signal) => ask('search', { query, limit }, signal),
    similarTo: (session_id, limit, signal) => ask('similarTo', { session_id, limit }, signal),
    similarToText: (text, { except, limit, signal }) =>
      ask('similarToText', { text, except, limit }, signal),
    async close() {
      const ended = thread;
      thread = undefined;
      rejectAll(cancelled());
      await ended?.terminate();
    },
  };
}

function cancelled(): AppError {
  return new AppError('CANCELLED', 'The search was cancelled.');
}

function stopped(): AppError {
  return new AppError(
    'STORE_UNAVAILABLE',
    'Searching has stopped working. Restart ResolutionFlow; if that does not help, the log says more.',
  );
}
