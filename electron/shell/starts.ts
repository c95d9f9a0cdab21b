import { app } from 'electron';
import { LINK_SCHEME, linkArguments } from './link-arguments.ts';

/** The starts of the app that may have brought a link: its own, and later ones that end here. */
export interface Starts {
  /** Hands over the starts so far, and each one to come. One listener. */
  forEach(listener: (linkArguments: readonly string[]) => void): void;
}

/**
 * Makes this process the only one, or answers null where there is one already: then it has been told
 * and this one has to end. Must be called before Electron is ready, for macOS tells of links early.
 */
export function becomeOnlyInstance(onAnotherStart: () => void): Starts | null {
  const own = linkArguments(process.argv.slice(1));
  // Handed over beside the arguments, which Chromium sorts anew and mixes with its own.
  if (!app.requestSingleInstanceLock({ link: own })) return null;

  const waiting: (readonly string[])[] = [own];
  let listener = (args: readonly string[]): void => {
    waiting.push(args);
  };
  app.on('second-instance', (_, argv, __, data) => {
    onAnotherStart();
    listener(linksIn(data) ?? linkArguments(argv.slice(1)));
  });
  app.on('open-url', (event, url) => {
    event.preventDefault();
    // Whatever it is, it came as a link.
    listener([url]);
  });
  return {
    forEach(given) {
      listener = given;
      for (const args of waiting.splice(0)) given(args);
    },
  };
}

/** What another process of this user handed over; it need not be ours. */
function linksIn(data: unknown): readonly string[] | undefined {
  if (typeof data !== 'object' || data === null || !('link' in data)) return undefined;
  const { link } = data;
  if (!Array.isArray(link) || !link.every((one) => typeof one === 'string')) return undefined;
  return linkArguments(link);
}

/**
 * Has the system bring links here, for an installed app only: a build under development would take
 * them from it. On Linux the package's desktop entry does it.
 */
export function registerLinks(): void {
  if (!app.isPackaged || process.platform === 'linux') return;
  // Behind the two dashes nothing is a switch, whatever a link holds.
  app.setAsDefaultProtocolClient(LINK_SCHEME, process.execPath, ['--']);
}
