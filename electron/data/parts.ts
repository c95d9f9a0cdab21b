import type { StoreStatus } from '../../shared/domain/store-status.ts';
import type { Log } from '../../shared/log.ts';
import type { ExportProgress, SessionStore } from '../sessions/index.ts';
import type { SettingsService } from '../settings/index.ts';

/** The store in use, and the two ways of putting another in its place. */
export interface ReplaceableStore {
  current(): SessionStore;
  status(): StoreStatus;
  restorePrepared(): StoreStatus;
  startOver(remove: () => Promise<void>): Promise<StoreStatus>;
}

/** What calls about the data as a whole stand on. */
export interface DataParts {
  readonly store: ReplaceableStore;
  /** Lets go of the file that it reads. */
  readonly search: { close(): Promise<void> };
  /** Whether a note is being posted at this moment, on file or not yet. */
  readonly isPosting: () => boolean;
  readonly settings: Promise<Pick<SettingsService, 'get' | 'reset'>>;
  /** Removes every key; rejects with `KEYCHAIN_UNAVAILABLE` where one may still be there. */
  readonly removeKeys: () => Promise<void>;
  /** What the page keeps by itself: text that was typed and not sent. Loads the page anew. */
  readonly forgetPage: () => Promise<void>;
  /** Says something where the page cannot, in a box of the system's. */
  readonly say: (message: string) => void;
  /** The folder that a person chose, or null. */
  readonly chooseFolder: (title: string, button: string) => Promise<string | null>;
  readonly onExportProgress: (progress: ExportProgress) => void;
  readonly folders: {
    /** Database and all that stands beside it. */
    readonly data: string;
    readonly logs: string;
    /** The place of the window and the like: files that can be deleted while the app runs. */
    readonly others: readonly string[];
  };
  readonly workers: { readonly maintenance: URL; readonly export: URL };
  readonly log: Log;
}
