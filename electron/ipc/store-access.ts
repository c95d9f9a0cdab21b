import type { StoreStatus } from '../../shared/domain/store-status.ts';
import { AppError } from '../../shared/errors.ts';
import {
  openStore,
  recoverStore,
  type SessionStore,
  type StoreOpening,
  type StoreOptions,
  type StoreProblem,
  storePaths,
} from '../sessions/index.ts';
import type { Publish } from './event-bus.ts';
import type { StoreAccess } from './services.ts';

export interface OpenableStore extends StoreAccess {
  /** Opens the store for the first time. Does nothing where it is open. */
  open(): void;
  /** Opens it anew with every page checked, after a check in the background found damage. */
  recheck(): void;
  /** Puts the backup that was prepared in the place of the file, in use or damaged, which is kept. */
  restorePrepared(): StoreStatus;
  /** Closes it, lets `remove` delete its files, and opens an empty one. No call gets at it meanwhile. */
  startOver(remove: () => Promise<void>): Promise<StoreStatus>;
  /** Closes it cleanly: checkpoint and backup. */
  close(): void;
}

/** Holds the one session store, and what to tell while there is none. */
export function createStoreAccess(
  options: StoreOptions & { readonly publish: Publish },
): OpenableStore {
  let opening: StoreOpening | undefined;

  function status(): StoreStatus {
    const opened = ensureOpened();
    return opened.state === 'ready'
      ? { state: 'ready', file: opened.store.file }
      : { state: 'unavailable', ...opened.problem, backups: [...opened.problem.backups] };
  }

  function ensureOpened(): StoreOpening {
    opening ??= openStore(options);
    return opening;
  }

  function current(): SessionStore {
    const opened = ensureOpened();
    if (opened.state === 'ready') return opened.store;
    throw new AppError('STORE_UNAVAILABLE', opened.problem.message);
  }

  /** Closes what is open, for another to take its place. */
  function letGo(): void {
    if (opening?.state === 'ready') opening.store.close({ back_up: false });
  }

  function reopened(next: StoreOpening): StoreStatus {
    opening = next;
    options.publish('store.changed', status());
    return status();
  }

  return {
    current,
    status,
    open: () => void ensureOpened(),
    recover(action) {
      if (opening?.state !== 'ready') {
        reopened(action.kind === 'retry' ? openStore(options) : recoverStore(options, action));
      }
      return status();
    },
    recheck() {
      letGo();
      reopened(openStore({ ...options, check_whole_file: true }));
    },
    restorePrepared() {
      const instead_of = opening?.state === 'ready' ? 'sound' : 'damaged';
      letGo();
      return reopened(recoverStore(options, { kind: 'restore_prepared', instead_of }));
    },
    async startOver(remove) {
      letGo();
      opening = { state: 'unavailable', problem: beingDeleted(options.folder) };
      try {
        await remove();
      } finally {
        reopened(openStore(options));
      }
      return status();
    },
    close() {
      if (opening?.state === 'ready') opening.store.close();
      opening = undefined;
    },
  };
}

function beingDeleted(folder: string): StoreProblem {
  return {
    kind: 'locked',
    message: 'Everything is being deleted at this moment. Wait until it is done.',
    file: storePaths(folder).file,
    set_aside: null,
    backups: [],
  };
}
