import type { CallOutput } from '../../shared/contract/index.ts';
import type { StoreStatus } from '../../shared/domain/store-status.ts';
import type { Log } from '../../shared/log.ts';
import type { AiAccess, AiAccount, CopilotService } from '../copilot/index.ts';
import type { Credentials } from '../credentials/index.ts';
import type { DataService } from '../data/index.ts';
import type { PreviewService } from '../drafting/index.ts';
import type { PostingService, PsaAccess } from '../psa/index.ts';
import type { ScriptService } from '../scripts/index.ts';
import type { SecretGuard } from '../secrets/index.ts';
import type { SearchClient, SessionStore } from '../sessions/index.ts';
import type { SettingsService } from '../settings/index.ts';
import type { UpdatesService } from '../updates/index.ts';
import type { Publish } from './event-bus.ts';

/** What the desktop around the app does for it. */
export interface Desktop {
  openLink(url: string): Promise<boolean>;
  openFolder(folder: 'home' | 'logs' | 'backups'): Promise<boolean>;
  copyText(text: string): void;
  /** Keeps the text out of the clipboard's history and takes it off again after so many seconds. */
  copySecret(text: string, seconds: number): Promise<void>;
  /**
   * The file that was written, or null when the person thought better of it. An `ending`, without its
   * dot, is added to a name that has none.
   */
  exportFile(suggestedName: string, text: string, ending?: string): Promise<string | null>;
  /** The folder that a person chose, or null. */
  chooseFolder(title: string, button: string): Promise<string | null>;
}

/** What the window's shell knows that its page asks for. */
export interface WindowService {
  /** The link from outside that waits, once. */
  takeLink():
    | { readonly kind: 'ticket'; readonly ticket_id: number }
    | { readonly kind: 'session'; readonly session_id: number }
    | null;
  /** The diagnostics report. */
  report(): Promise<string>;
}

export type RecoverAction = { readonly kind: 'retry' } | { readonly kind: 'start_empty' };

/** The session store, which may be out of use while its file is damaged, locked or full. */
export interface StoreAccess {
  /** Throws `STORE_UNAVAILABLE` while there is none. */
  current(): SessionStore;
  status(): StoreStatus;
  /** Does nothing where it is open. Going back to a backup is a matter of the data service. */
  recover(action: RecoverAction): StoreStatus;
}

/** The parts that handlers stand on; main/ makes them. */
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
  readonly account: Pick<AiAccount, 'overview'>;
  readonly copilot: CopilotService;
  /** Loaded when they are first asked for: a start can do without. */
  readonly data: () => Promise<DataService>;
  readonly scripts: () => Promise<ScriptService>;
  readonly updates: () => Promise<UpdatesService>;
  readonly secrets: Pick<SecretGuard, 'remember' | 'forgetSession' | 'redactKnown'>;
  readonly desktop: Desktop;
  readonly window: WindowService;
  readonly info: () => CallOutput<'app.info'>;
  readonly addSamples: (store: SessionStore) => number;
  readonly publish: Publish;
  readonly log: Log;
}
