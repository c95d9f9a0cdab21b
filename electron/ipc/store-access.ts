import type { StoreStatus } from '../../shared/domain/store-status.ts';
import { AppError } from '../../shared/errors.ts';
import {
  openStore,
  recoverStore,
  type SessionStore,
  type StoreOpening,
  type StoreOptions,
} from '../sessions/index.ts';
import type { Publish } from './event-bus.ts';
import type { StoreAccess } from './services.ts';

export interface OpenableStore extends StoreAccess {
  /** Opens the store for the first time. Does nothing where it is open. */
  open(): void;
  /** Opens it anew with every page checked, after a check in the background found damage. */
  recheck(): void;
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

  return {
    current,
    status,
    open: () => void ensureOpened(),
    recover(action) {
      if (opening?.state !== 'ready') {
        opening = action.kind === 'retry' ? openStore(options) : recoverStore(options, action);
        options.publish('store.changed', status());
      }
      return status();
    },
    recheck() {
      if (opening?.state === 'ready') opening.store.close();
      opening = openStore({ ...options, check_whole_file: true });
      options.publish('store.changed', status());
    },
    close() {
      if (opening?.state === 'ready') opening.store.close();
      opening = undefined;
    },
  };
}
