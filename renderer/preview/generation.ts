import type { EventPayload } from '../../shared/contract/index.ts';
import type { Preview } from '../../shared/domain/note.ts';
import { AppError } from '../../shared/errors.ts';

export type NoteProgress = EventPayload<'preview.progress'>;

/**
 * Why a note is being made. `follow`: the session changed, or the sheet was opened. `again`: the
 * technician wants a new one. `local`: the technician wants the one of the local drafter.
 */
export type Wish = 'follow' | 'again' | 'local';

/** How far the making of a note is. */
export type Work =
  | { readonly phase: 'idle' }
  | {
      readonly phase: 'running';
      readonly wish: Wish;
      /** Not known of a note that was under way already, until its next step. */
      readonly progress: NoteProgress | undefined;
      /** It takes long enough to be shown, and stopped, whether or not its progress is known. */
      readonly slow: boolean;
    }
  | { readonly phase: 'stopped'; readonly wish: Wish }
  | { readonly phase: 'failed'; readonly wish: Wish; readonly error: unknown };

/** What takes longer than this is shown. */
const SLOW_MS = 300;

/** Work that can be seen, with the way to stop it. */
export function isUnderWay(work: Work): boolean {
  return work.phase === 'running' && (work.slow || work.progress !== undefined);
}

export interface GenerationState {
  /** The newest finished note. */
  readonly preview: Preview | undefined;
  readonly work: Work;
}

/** What to do with a note that the technician asked for, as soon as it is there. */
export type OnFresh = (preview: Preview) => void;

/** The making of one note, followed as its session changes. */
export interface Generation {
  readonly state: GenerationState;
  /** The session has this version now: asks for its note, or continues with the technician's wish. */
  follow(stateVersion: number): void;
  /** Makes a new note, cache or no cache. */
  again(onFresh?: OnFresh): void;
  /** Has the local drafter make it, this once. */
  local(onFresh?: OnFresh): void;
  /**
   * Asks once more for what was stopped or failed. `onFresh` is for a note that the technician asked
   * for; it takes the place of the one given at first, which may speak of an older text.
   */
  retry(onFresh?: OnFresh): void;
  stop(): void;
  /** Lays the news of a stop or a failure aside. */
  dismiss(): void;
  progress(news: NoteProgress): void;
  subscribe(listener: () => void): () => void;
}

/** Asks for the note; an aborted signal stops the work on the other side too. */
export type AskForNote = (wish: Wish, signal: AbortSignal) => Promise<Preview>;

interface Job {
  readonly wish: Wish;
  readonly onFresh: OnFresh | undefined;
}

const IDLE: Work = { phase: 'idle' };

/**
 * Asks for one note at a time. A newer question takes the place of the one under way, whose answer
 * then counts for nothing; the last finished note stays until the next one is complete. Leaving the
 * sheet stops nothing: the note is finished and kept, and is there when the sheet is opened again.
 */
export function createGeneration(ask: AskForNote): Generation {
  const listeners = new Set<() => void>();
  let state: GenerationState = { preview: undefined, work: IDLE };
  let version = 0;
  let last: Job = { wish: 'follow', onFresh: undefined };
  let running: AbortController | undefined;

  function set(change: Partial<GenerationState>) {
    state = { ...state, ...change };
    for (const listener of listeners) listener();
  }

  function abort() {
    running?.abort();
    running = undefined;
  }

  async function run(job: Job) {
    abort();
    const controller = new AbortController();
    running = controller;
    last = job;
    // What can be seen already stays in sight.
    const slow = isUnderWay(state.work);
    set({ work: { phase: 'running', wish: job.wish, progress: undefined, slow } });
    const timer = setTimeout(() => {
      const { work } = state;
      if (running === controller && work.phase === 'running')
        set({ work: { ...work, slow: true } });
    }, SLOW_MS);
    try {
      const preview = await ask(job.wish, controller.signal);
      if (running !== controller) return;
      running = undefined;
      // Taken before it is shown, so that it counts as the technician's wish and can be undone.
      job.onFresh?.(preview);
      set({ preview, work: IDLE });
    } catch (error) {
      if (running !== controller) return;
      running = undefined;
      const cancelled = error instanceof AppError && error.code === 'CANCELLED';
      const { wish } = job;
      set({ work: cancelled ? { phase: 'stopped', wish } : { phase: 'failed', wish, error } });
    } finally {
      clearTimeout(timer);
    }
  }

  return {
    get state() {
      return state;
    },
    follow(stateVersion) {
      version = stateVersion;
      void run(state.work.phase === 'running' ? last : { wish: 'follow', onFresh: undefined });
    },
    again: (onFresh) => void run({ wish: 'again', onFresh }),
    local: (onFresh) => void run({ wish: 'local', onFresh }),
    retry(onFresh) {
      const { wish } = last;
      void run({ wish, onFresh: wish === 'follow' ? undefined : onFresh });
    },
    stop() {
      if (running === undefined) return;
      abort();
      set({ work: { phase: 'stopped', wish: last.wish } });
    },
    dismiss() {
      if (state.work.phase === 'stopped' || state.work.phase === 'failed') set({ work: IDLE });
    },
    progress(news) {
      const { work } = state;
      // News of a note for an older version is of work that nobody waits for.
      if (work.phase !== 'running' || news.state_version < version) return;
      set({ work: { ...work, progress: news } });
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
