import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { chown, mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron, type ElectronApplication, type Page } from '@playwright/test';
import { type Keyring, noKeyring, startKeyring } from '../runtime/keyring.ts';
import { type Command, launchOptions } from '../runtime/launch-options.ts';

/** How a test wants the app to be started. */
export interface Startup {
  args?: readonly string[];
  env?: Readonly<Record<string, string>>;
  /** Another installation than the one under test otherwise. */
  command?: Command;
  /** Gives the app a real, empty OS keychain (Linux); otherwise it finds none. */
  keyring?: boolean;
  /** Fills the home before the first start. */
  prepare?: (home: string) => void | Promise<void>;
}

/** How one start differs from the usual. */
export interface Start {
  /** Instead of the startup's arguments. */
  args?: readonly string[];
  /** Whether to wait until the session list can be used; not where the start itself goes wrong. */
  ready?: boolean;
}

/** The real app with a home of its own; it can be closed, killed and started again on that home. */
export class AppUnderTest {
  /** What the app keeps: its `RESOLUTIONFLOW_HOME`. */
  readonly home: string;
  /** What went wrong in the app so far: page errors, console errors, crashes of the main process. */
  readonly errors: string[] = [];
  /** What the main process wrote to stdout and stderr. */
  output = '';

  readonly #folder: string;
  readonly #startup: Startup;
  readonly #allowed: RegExp[] = [];
  #keyring: Keyring | undefined;
  #running: { electron: ElectronApplication; page: Page } | undefined;

  private constructor(folder: string, startup: Startup) {
    this.#folder = folder;
    this.#startup = startup;
    this.home = join(folder, 'home');
  }

  /** Makes the home; {@link launch} starts the app. */
  static async create(startup: Startup): Promise<AppUnderTest> {
    const app = new AppUnderTest(await mkdtemp(join(tmpdir(), 'resolutionflow-')), startup);
    await mkdir(app.home);
    await startup.prepare?.(app.home);
    const prepared = await readdir(app.home, { recursive: true });
    const paths = prepared.map((path) => join(app.home, path));
    await giveToTestUser(app.#folder, app.home, ...paths);
    if (startup.keyring) app.#keyring = await startKeyring(join(app.#folder, 'keyring'));
    return app;
  }

  /** The main process, as Playwright sees it. */
  get electron(): ElectronApplication {
    return this.#current().electron;
  }

  /** The app's window. */
  get page(): Page {
    return this.#current().page;
  }

  /** What stands in the app's log file, the one place where a packaged app writes it. */
  get log(): string {
    const file = join(this.home, 'logs', 'main.log');
    return existsSync(file) ? readFileSync(file, 'utf8') : '';
  }

  /** Starts the app. */
  async launch({ args = this.#startup.args ?? [], ready = true }: Start = {}): Promise<Page> {
    const options = await launchOptions({
      home: this.home,
      args,
      command: this.#startup.command,
      env: { ...(this.#keyring?.env ?? noKeyring), ...this.#startup.env },
    });
    const electron = await _electron.launch(options);
    this.#listenToMain(electron);
    // The first window may be there already, or come any moment.
    for (const page of electron.windows()) this.#listenToPage(page);
    electron.on('window', (page) => this.#listenToPage(page));
    const page = await electron.firstWindow();
    this.#running = { electron, page };
    await electron.context().tracing.start({ screenshots: true, snapshots: true });
    if (ready) await page.locator('html[data-ready="true"]').waitFor({ state: 'attached' });
    return page;
  }

  /** Quits the app as a user does. */
  async close(): Promise<void> {
    const electron = this.#running?.electron;
    this.#running = undefined;
    await electron?.close();
  }

  /** Ends the app from outside, by default as a crash or a power cut would. */
  async kill(signal: NodeJS.Signals = 'SIGKILL'): Promise<void> {
    const { electron } = this.#current();
    this.#running = undefined;
    const ended = once(electron.process(), 'exit');
    electron.process().kill(signal);
    await ended;
  }

  /** Closes the app, if it still runs, and starts it again on the same home. */
  async relaunch(start?: Start): Promise<Page> {
    await this.close();
    return this.launch(start);
  }

  /** Expects errors that match: they do not fail the test. */
  allowErrors(...patterns: RegExp[]): void {
    this.#allowed.push(...patterns);
  }

  /** The errors that nobody allowed. */
  unexpectedErrors(): string[] {
    const logged = this.log.match(/^.*(?:uncaught exception|unhandled rejection).*$/gm) ?? [];
    return [...this.errors, ...logged.map((line) => `log: ${line}`)].filter(
      (error) => !this.#allowed.some((pattern) => pattern.test(error)),
    );
  }

  /** Writes a trace and a picture of the window, as far as it is still there. */
  async record(tracePath: string, screenshotPath: string): Promise<void> {
    if (!this.#running) return;
    const { electron, page } = this.#running;
    await page.screenshot({ path: screenshotPath }).catch(() => {});
    await electron
      .context()
      .tracing.stop({ path: tracePath })
      .catch(() => {});
  }

  /** Ends everything and deletes the home. */
  async dispose(): Promise<void> {
    await this.close().catch(() => {});
    this.#keyring?.stop();
    await rm(this.#folder, { recursive: true, force: true, maxRetries: 5 });
  }

  #current(): { electron: ElectronApplication; page: Page } {
    if (!this.#running) throw new Error('The app is not running.');
    return this.#running;
  }

  #listenToMain(electron: ElectronApplication): void {
    const { stdout, stderr } = electron.process();
    for (const stream of [stdout, stderr]) {
      stream?.on('data', (data) => {
        const text = String(data);
        this.output += text;
        if (/Uncaught|UnhandledPromiseRejection|threw an error|FATAL/.test(text)) {
          this.errors.push(`main: ${text.trim()}`);
        }
      });
    }
  }

  #listenToPage(page: Page): void {
    page.on('pageerror', (error) => this.errors.push(`page: ${error.stack ?? error.message}`));
    page.on('crash', () => this.errors.push('page: crashed'));
    page.on('console', (message) => {
      if (message.type() === 'error') this.errors.push(`console: ${message.text()}`);
    });
  }
}

/** When the app runs as another user than the tests (see test/runtime/sandboxed.ts). */
async function giveToTestUser(...paths: string[]): Promise<void> {
  const owner = process.env.RESOLUTIONFLOW_TEST_UID;
  if (!owner) return;
  for (const path of paths) await chown(path, Number(owner), Number(owner));
}
