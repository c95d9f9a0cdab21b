import type { CallOutput } from '../../shared/contract/index.ts';
import type { BackupInfo, StoreStatus } from '../../shared/domain/store-status.ts';
import type { Log } from '../../shared/log.ts';
import type { AiAccess } from '../copilot/index.ts';
import type { Credentials } from '../credentials/index.ts';
import type { PreviewService } from '../drafting/index.ts';
import type { PostingService, PsaAccess } from '../psa/index.ts';
import type { SecretGuard } from '../secrets/index.ts';
import type { SearchClient, SessionStore } from '../sessions/index.ts';
import type { SettingsService } from '../settings/index.ts';
import type { Publish } from './event-bus.ts';

/** What the desktop around the app does for it. */
export interface Desktop {
  openLink(url: string): Promise<boolean>;
  openFolder(folder: 'home' | 'logs' | 'backups'): Promise<boolean>;
  copyText(text: string): void;
  /** The file that was written, or null when the person thought better of it. */
  exportFile(suggestedName: string, text: string): Promise<string | null>;
}

export type RecoverAction =
  | { readonly kind: 'retry' }
  | { readonly kind: 'start_empty' }
  | { readonly kind: 'restore_backup'; readonly file: BackupInfo['file'] };

/** The session store, which may be out of use while its file is damaged, locked or full. */
export interface StoreAccess {
  /** Throws `STORE_UNAVAILABLE` while there is none. */
  current(): SessionStore;
  status(): StoreStatus;
  recover(action: RecoverAction): StoreStatus;
}

/** The parts that handlers stand on; main.ts makes them. */
export interface Services {
  readonly store: StoreAccess;
  readonly search: SearchClient;
  readonly previews: PreviewService;
  readonly posting: PostingService;
  readonly psa: PsaAccess;
  /** Read after the first calls are answered: the window is in its last theme until then. */
  readonly settings: Promise<SettingsService>;
  readonly credentials: Pick<Credentials, 'storage'>;
  readonly ai: AiAccess;
  readonly secrets: Pick<SecretGuard, 'remember' | 'forgetSession' | 'redactKnown'>;
  readonly desktop: Desktop;
  readonly info: () => CallOutput<'app.info'>;
  readonly addSamples: (store: SessionStore) => number;
  readonly publish: Publish;
  readonly log: Log;
}
