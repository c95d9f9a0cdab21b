import type { UpdateChannel, UpdatePhase, UpdateStatus } from '../../shared/domain/update.ts';
import { AppError } from '../../shared/errors.ts';
import type { Log } from '../../shared/log.ts';
import { asUpdateFault } from './faults.ts';
import { createPageSaving } from './page-saving.ts';
import { everyFewHours } from './schedule.ts';
import type { UpdateSource } from './source.ts';

export interface UpdatesService {
  state(): UpdateStatus;
  /** By hand: always looks, but while a version is fetched or installed. Joins a check that runs. */
  check(): Promise<UpdateStatus>;
  download(): UpdateStatus;
  cancel(): UpdateStatus;
  /** `CONFLICT` while a note is being posted, or where something in the window could not be saved. */
  install(): Promise<UpdateStatus>;
  /** The page's answer to `updates.saving`. */
  pageSaved(request: number, all: boolean): void;
  /** The channel may be another one now: what was found on the old one is let go. */
  settingsChanged(): void;
  /** Ends timers and a download under way. */
  close(): void;
}

export interface UpdateSettings {
  readonly update_channel: UpdateChannel;
  readonly updates_check_automatically: boolean;
  readonly updates_download_automatically: boolean;
}

export interface UpdatesOptions {
  readonly currentVersion: string;
  readonly byHand: UpdateStatus['by_hand'];
  /** Null where nothing says where to look. Loaded with the first check. */
  readonly openSource: (() => Promise<UpdateSource>) | null;
  readonly settings: () => Promise<UpdateSettings>;
  /** Whether a note is on its way to its ticket, or may be. */
  readonly isPosting: () => boolean;
  /** Tells the page to save what it holds; false where there is none. */
  readonly tellPage: (request: number) => boolean;
  readonly onChange: (status: UpdateStatus) => void;
  readonly log: Log;
  readonly now?: () => number;
  readonly random?: () => number;
}

/** How often progress is told, in milliseconds. */
const TELL_EVERY = 250;

const POSTING =
  'A note is being posted at this moment, so the update was not installed. Wait for what comes of it, then restart.';
const UNSAVED =
  'Something in the window could not be saved, so the update was not installed. Look at what is marked as not saved, or copy it, then restart.';

/** From finding a newer version to installing it. Nothing is installed but on the technician's word. */
export function createUpdates(options: UpdatesOptions): UpdatesService {
  const { settings, isPosting, onChange, log, now = Date.now, openSource, byHand } = options;
  const saving = createPageSaving(options.tellPage);
  let source: Promise<UpdateSource> | undefined;
  let phase: UpdatePhase = { kind: 'idle' };
  let problem: UpdateStatus['problem'] = null;
  let checkedAt: number | null = null;
  let checking: Promise<void> | undefined;
  let downloading: AbortController | undefined;
  /** Whether somebody asked by hand in this run: then a staged release does not vanish again. */
  let asked = false;
  /** The channel that the phase is of. */
  let channel: UpdateChannel | undefined;

  function state(): UpdateStatus {
    return {
      current_version: options.currentVersion,
      by_hand: byHand,
      can_check: openSource !== null,
      checking: checking !== undefined,
      checked_at: checkedAt,
      phase,
      problem,
    };
  }

  function become(next: UpdatePhase, trouble: UpdateStatus['problem'] = null): UpdateStatus {
    phase = next;
    problem = trouble;
    onChange(state());
    return state();
  }

  /** The fault in words; what it was is for the log. */
  function troubleOf(during: 'check' | 'download' | 'install', error: unknown) {
    const fault = asUpdateFault(error);
    log.warn(`update, ${during}: ${fault.kind}: ${String(fault.cause ?? fault)}`);
    return { during, words: fault.message };
  }

  function opened(): Promise<UpdateSource> {
    if (openSource === null) {
      throw new AppError('NOT_CONFIGURED', 'This build does not say where its updates are.');
    }
    source ??= openSource();
    // A module that could not be read is tried again.
    source.catch(() => {
      source = undefined;
    });
    return source;
  }

  const isBusy = () => phase.kind === 'downloading' || phase.kind === 'installing';

  function look(wanted: { readonly byHand: boolean }): Promise<void> {
    if (checking !== undefined || isBusy()) return checking ?? Promise.resolve();
    checking = lookNow(wanted).finally(() => {
      checking = undefined;
      onChange(state());
    });
    onChange(state());
    return checking;
  }

  async function lookNow(wanted: { readonly byHand: boolean }): Promise<void> {
    const from = await opened();
    const { update_channel } = await settings();
    channel = update_channel;
    asked ||= wanted.byHand;
    try {
      const offer = await from.check({ channel: update_channel, byHand: asked });
      checkedAt = now();
      // Pressed meanwhile: what is under way goes on.
      if (isBusy() || channel !== update_channel) return;
      if (offer === null) phase = { kind: 'up_to_date' };
      else if (phase.kind !== 'ready' || phase.offer.version !== offer.version) {
        phase = { kind: 'available', offer };
      }
      problem = null;
    } catch (error) {
      problem = troubleOf('check', error);
      // By itself it tries again later; without a network nobody wants to hear of it.
      if (!wanted.byHand) problem = null;
    }
  }

  async function lookByItself(): Promise<void> {
    if (openSource === null || isBusy() || phase.kind === 'ready') return;
    const set = await settings();
    if (!set.updates_check_automatically) return;
    await look({ byHand: false });
    if (set.updates_download_automatically && phase.kind === 'available' && byHand === null) {
      download();
    }
  }

  function download(): UpdateStatus {
    if (phase.kind !== 'available' || byHand !== null) return state();
    const { offer } = phase;
    const stop = new AbortController();
    downloading = stop;
    const shown = (bytes: number, wanted: number) =>
      ({
        kind: 'downloading',
        offer,
        bytes,
        percent: Math.min(100, Math.floor((100 * bytes) / Math.max(1, wanted))),
      }) as const;
    let toldAt = 0;
    const onProgress = (bytes: number, wanted: number) => {
      if (stop.signal.aborted || phase.kind !== 'downloading') return;
      phase = shown(bytes, wanted);
      if (now() - toldAt < TELL_EVERY) return;
      toldAt = now();
      onChange(state());
    };
    const status = become(shown(0, offer.size));
    void opened()
      .then((from) => from.download({ signal: stop.signal, onProgress }))
      .then(
        () => stop.signal.aborted || become({ kind: 'ready', offer }),
        (error) =>
          stop.signal.aborted || become({ kind: 'available', offer }, troubleOf('download', error)),
      );
    return status;
  }

  function cancel(): UpdateStatus {
    if (phase.kind !== 'downloading') return state();
    downloading?.abort();
    return become({ kind: 'available', offer: phase.offer });
  }

  async function install(): Promise<UpdateStatus> {
    if (phase.kind !== 'ready') return state();
    if (isPosting()) throw new AppError('CONFLICT', POSTING);
    const { offer } = phase;
    const from = await opened();
    become({ kind: 'installing', offer });
    const all = await saving.ask();
    try {
      if (!all) throw new AppError('CONFLICT', UNSAVED);
      // Once more: between the question and the answer one may have begun.
      if (isPosting()) throw new AppError('CONFLICT', POSTING);
      from.install();
    } catch (error) {
      if (error instanceof AppError) {
        become({ kind: 'ready', offer });
        throw error;
      }
      become({ kind: 'ready', offer }, troubleOf('install', error));
    }
    return state();
  }

  async function followChannel(): Promise<void> {
    const { update_channel } = await settings();
    if (channel === undefined || channel === update_channel || phase.kind === 'installing') return;
    cancel();
    channel = update_channel;
    checkedAt = null;
    become({ kind: 'idle' });
    await checking;
    await lookByItself();
  }

  const callOff = everyFewHours(
    () => void lookByItself().catch((error) => log.warn(`update: ${String(error)}`)),
    options.random,
  );

  return {
    state,
    async check() {
      await look({ byHand: true });
      return state();
    },
    download,
    cancel,
    install,
    pageSaved: saving.answered,
    settingsChanged: () => void followChannel().catch((error) => log.warn(String(error))),
    close() {
      callOff();
      downloading?.abort();
    },
  };
}
