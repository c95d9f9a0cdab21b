import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { app } from 'electron';
import {
  AppImageUpdater,
  type AppUpdater,
  CancellationToken,
  MacUpdater,
  NsisUpdater,
} from 'electron-updater';
import { getAppCacheDir } from 'electron-updater/out/AppAdapter.js';
import { ElectronHttpExecutor, getNetSession } from 'electron-updater/out/electronHttpExecutor.js';
import type { Log } from '../../shared/log.ts';
import {
  asUpdateFault,
  download,
  type Feed,
  type Installation,
  type Manifest,
  mayAsk,
  readManifest,
  replaceFile,
  UpdateFault,
  type UpdateSource,
} from '../updates/index.ts';

/** No check takes so long; electron-updater itself would wait for ever. */
const CHECK_MILLISECONDS = 20_000;
/** Longest silence of a server. */
const SILENCE_MILLISECONDS = 15_000;

const ENDINGS = { app_image: '.appimage', nsis: '.exe', mac: '.zip', by_hand: '' } as const;

/** What an AppImage's own starter puts there; the new one puts its own. */
const OF_APP_IMAGE = ['APPIMAGE', 'APPDIR', 'ARGV0', 'OWD'];

export interface UpdaterOptions {
  readonly installation: Installation;
  readonly feed: Feed;
  /** The file that the builder wrote the feed to. */
  readonly feedFile: string;
  /** Where downloads are kept; without one, the system's place for what can be fetched again. */
  readonly cache: string | null;
  readonly log: Log;
}

/**
 * The edge to electron-updater, which reads the feed, compares versions, chooses the file, fetches only
 * what changed where it can, and hands over to the installer. What it leaves open is closed here: where
 * requests may go, how long they may take, how large a file may be, and what a broken download is for.
 */
export function openUpdater(options: UpdaterOptions): UpdateSource {
  const { installation, feed, log } = options;
  let manifest: Manifest | undefined;
  let running: Promise<unknown> = Promise.resolve();

  const executor = new BoundedExecutor((url) => fileFor(manifest, url));
  const updater = makeUpdater(options, executor);
  const inRollout = updater.isUserWithinRollout;
  guardRequests(feed);

  return {
    async check({ channel, byHand }) {
      updater.channel = channel === 'beta' ? 'beta' : 'latest';
      updater.allowPrerelease = channel === 'beta';
      // Setting the channel switches it on, and an older version is never an update.
      updater.allowDowngrade = false;
      updater.isUserWithinRollout = (info) => byHand || inRollout(info);
      const found = await inTime(updater.checkForUpdates(), executor);
      if (found === null) throw new UpdateFault('other');
      if (!found.isUpdateAvailable) return null;
      manifest = readManifest(found.updateInfo, ENDINGS[installation.kind]);
      return manifest.offer;
    },
    async download({ signal, onProgress }) {
      // The one before has to come to its end, for the library would answer with that one.
      await running.catch(() => {});
      signal.throwIfAborted();
      const token = new CancellationToken();
      signal.addEventListener('abort', () => token.cancel(), { once: true });
      const tell = (told: { readonly transferred: number; readonly total: number }) =>
        onProgress(told.transferred, told.total);
      updater.on('download-progress', tell);
      try {
        running = updater.downloadUpdate(token);
        await running;
      } catch (error) {
        throw asUpdateFault(error);
      } finally {
        updater.off('download-progress', tell);
      }
    },
    install() {
      let failure: Error | undefined;
      const note = (error: Error) => {
        failure = error;
      };
      updater.once('error', note);
      updater.quitAndInstall(true, true);
      updater.off('error', note);
      if (failure !== undefined) throw asUpdateFault(failure);
      log.info(`installing ${manifest?.offer.version}`);
    },
  };
}

/** A check that does not come back is ended, so that the next one is a new one. */
async function inTime<Result>(work: Promise<Result>, executor: BoundedExecutor): Promise<Result> {
  const timer = setTimeout(() => executor.giveUp(), CHECK_MILLISECONDS);
  try {
    return await work;
  } catch (error) {
    throw asUpdateFault(error);
  } finally {
    clearTimeout(timer);
  }
}

/** Wherever a manifest or a redirect points to: only the feed's own servers are asked. */
function guardRequests(feed: Feed): void {
  getNetSession().webRequest.onBeforeRequest(({ url }, answer) =>
    answer({ cancel: !mayAsk(feed, url) }),
  );
}

/** What a file of the manifest has to be. */
type Expected = (url: URL) => { readonly size: number; readonly sha512: string } | undefined;

function fileFor(manifest: Manifest | undefined, { pathname }: URL) {
  return manifest?.files.find(({ url }) =>
    pathname.endsWith(new URL(url, 'https://feed').pathname),
  );
}

function makeUpdater(options: UpdaterOptions, httpExecutor: BoundedExecutor): AppUpdater {
  const { installation, feedFile, log } = options;
  const cache = options.cache ?? getAppCacheDir();
  const around = {
    version: app.getVersion(),
    name: app.getName(),
    // Only an app with a feed comes here, packaged or in a test.
    isPackaged: true,
    appUpdateConfigPath: feedFile,
    userDataPath: app.getPath('userData'),
    baseCachePath: cache,
    whenReady: () => app.whenReady(),
    relaunch: () => app.relaunch(),
    quit: () => app.quit(),
    onQuit: () => {},
  };
  const updater = make();
  Object.assign(updater, { httpExecutor });
  updater.autoDownload = false;
  updater.autoInstallOnAppQuit = false;
  updater.disableWebInstaller = true;
  updater.logger = log;
  // Asked for by hand where it is not an AppImage: to tell of a version, never to fetch it.
  updater.forceDevUpdateConfig = true;
  return updater;

  function make(): AppUpdater {
    if (installation.kind === 'nsis') return new NsisUpdater(null, around);
    if (installation.kind === 'mac') return new MacUpdater(undefined, around);
    const file = installation.kind === 'app_image' ? installation.file : null;
    return new AppImageInPlace(file, around);
  }
}

type DownloadOptions = Parameters<ElectronHttpExecutor['download']>[2];

/**
 * Requests that end: none is waited for longer than it is silent. Whole files are fetched in pieces that
 * survive a broken connection and a restart.
 */
class BoundedExecutor extends ElectronHttpExecutor {
  readonly #expected: Expected;
  readonly #open = new Set<() => void>();

  constructor(expected: Expected) {
    super();
    this.#expected = expected;
  }

  /** Ends what is under way as though the server had gone. */
  giveUp(): void {
    for (const end of [...this.#open]) end();
  }

  override createRequest(...given: Parameters<ElectronHttpExecutor['createRequest']>) {
    const request = super.createRequest(...given);
    const end = () => {
      // Aborted alone it would tell nobody.
      request.emit('error', new UpdateFault('no_answer'));
      request.abort();
      over();
    };
    const silence = setTimeout(end, SILENCE_MILLISECONDS);
    const over = () => {
      clearTimeout(silence);
      this.#open.delete(end);
    };
    this.#open.add(end);
    request.on('response', (response) => {
      response.on('data', () => silence.refresh());
      response.on('end', over);
    });
    request.on('abort', over);
    request.on('error', over);
    return request;
  }

  override async download(url: URL, destination: string, options: DownloadOptions) {
    const file = this.#expected(url);
    if (file === undefined || file.sha512 !== options.sha512) throw new UpdateFault('feed_broken');
    const stop = new AbortController();
    const { cancellationToken } = options;
    if (cancellationToken.cancelled) stop.abort();
    cancellationToken.once('cancel', () => stop.abort());
    const begun = Date.now();
    await download({
      url: url.href,
      size: file.size,
      sha512: file.sha512,
      folder: join(destination, '..', '..', 'partial'),
      destination,
      fetch: (address, init) => getNetSession().fetch(address, { ...init, credentials: 'omit' }),
      signal: stop.signal,
      onProgress: (transferred) =>
        options.onProgress?.({
          total: file.size,
          delta: 0,
          transferred,
          percent: (100 * transferred) / file.size,
          bytesPerSecond: (1_000 * transferred) / Math.max(1, Date.now() - begun),
        }),
    });
    return destination;
  }
}

/** Replaces the AppImage in one step, under its own name, and starts it when this process has let go of all. */
class AppImageInPlace extends AppImageUpdater {
  readonly #file: string | null;

  constructor(file: string | null, around: unknown) {
    super(null, around);
    this.#file = file;
  }

  protected override doInstall(): boolean {
    const from = this.installerPath;
    const sha512 = this.downloadedUpdateHelper?.downloadedFileInfo?.sha512;
    if (from === null || sha512 === undefined || this.#file === null)
      throw new UpdateFault('other');
    replaceFile({ from, to: this.#file, sha512 });
    startAfterQuit(this.#file);
    return true;
  }
}

/** The new version finds the lock of the single instance free, and the store closed. */
function startAfterQuit(file: string): void {
  app.once('quit', () => {
    app.releaseSingleInstanceLock();
    const env = Object.fromEntries(
      Object.entries(process.env).filter(([name]) => !OF_APP_IMAGE.includes(name)),
    );
    const args = process.argv.slice(1).filter((arg) => !/^\s*resolutionflow:/i.test(arg));
    spawn(file, args, { detached: true, stdio: 'ignore', env }).unref();
  });
}
