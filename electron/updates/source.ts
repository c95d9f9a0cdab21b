import type { UpdateChannel, UpdateOffer } from '../../shared/domain/update.ts';

/** The edge: what fetches and installs. electron-updater in the app, a fake in tests. Throws `UpdateFault`s. */
export interface UpdateSource {
  /**
   * The newest version of the channel, where it is newer than this one. A check by hand takes no part
   * in a staged release: who asks gets it.
   */
  check(options: {
    readonly channel: UpdateChannel;
    readonly byHand: boolean;
  }): Promise<UpdateOffer | null>;
  /** Fetches what was found, to the last verified byte. */
  download(options: {
    readonly signal: AbortSignal;
    /** Fewer bytes than the file has are wanted where parts of the installed version can be used again. */
    readonly onProgress: (bytes: number, wanted: number) => void;
  }): Promise<void>;
  /** Puts what was fetched in place and ends the app, which then starts anew. Synchronous up to the end. */
  install(): void;
}
