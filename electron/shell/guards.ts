import { app, type Session, session, type WebContents } from 'electron';
import { isOwnUrl } from './app-file.ts';
import { openExternalLink } from './links.ts';

/**
 * Default deny, for every web contents and every session that is ever made, so that a new window or a
 * new partition cannot forget it. Must run before Electron is ready. There is no exception.
 *
 * What is left as Electron has it, since that is a refusal already: a certificate that does not hold
 * (`certificate-error`), a proxy or a server that wants a password (`login`), a screen to be shared.
 */
export function installGuards(): void {
  app.on('web-contents-created', (_, contents) => guardContents(contents));
  app.on('session-created', guardSession);
  // Left alone, Electron would hand out the first certificate that this computer has.
  app.on('select-client-certificate', (event, _, __, ___, choose) => {
    event.preventDefault();
    (choose as () => void)();
  });
}

function guardContents(contents: WebContents): void {
  // A page can reload itself, and go nowhere else: by a link, a script, a redirect, or a file that is
  // dropped on it. Frames in the page go nowhere at all. Chromium asks nobody about `about:blank`, which
  // is empty, and whose calls are refused.
  contents.on('will-frame-navigate', (event) => {
    if (!event.isMainFrame || !isOwnUrl(event.url)) event.preventDefault();
  });
  contents.on('will-redirect', (event) => {
    if (!event.isMainFrame || !isOwnUrl(event.url)) event.preventDefault();
  });
  contents.on('will-attach-webview', (event) => event.preventDefault());
  // Middle clicks, `target=_blank` and forms come this way too.
  contents.setWindowOpenHandler(({ url }) => {
    void openExternalLink(url);
    return { action: 'deny' };
  });
  // Left alone, Electron would choose the first device that is near.
  contents.on('select-bluetooth-device', (event, _, choose) => {
    event.preventDefault();
    choose('');
  });
}

/** Permissions, devices and downloads: no page needs any, so none is granted. */
function guardSession(guarded: Session): void {
  guarded.setPermissionRequestHandler((_, __, grant) => grant(false));
  guarded.setPermissionCheckHandler(() => false);
  guarded.setDevicePermissionHandler(() => false);
  guarded.on('select-hid-device', (event, _, choose) => {
    event.preventDefault();
    choose('');
  });
  guarded.on('select-serial-port', (event, _, __, choose) => {
    event.preventDefault();
    choose('');
  });
  guarded.on('select-usb-device', (event, _, choose) => {
    event.preventDefault();
    choose('');
  });
  guarded.on('will-download', (event) => event.preventDefault());
}

/** All that a page could reach beside the app's own files. */
const OUTSIDE = ['http', 'https', 'ws', 'wss', 'ftp', 'file'].map((scheme) => `${scheme}://*/*`);

/**
 * The page's session has no network and no files, whatever the page's own policy says; its scheme is not
 * among these, so that its files come without a detour. The app's own requests have sessions of theirs.
 */
export function cutPageNetwork(): void {
  session.defaultSession.webRequest.onBeforeRequest({ urls: OUTSIDE }, (_, answer) =>
    answer({ cancel: true }),
  );
}
