import { app, session, type WebContents } from 'electron';
import { APP_ORIGIN } from './app-file.ts';
import { openExternalLink } from './links.ts';

/** Default deny, for any web contents ever created, so that a new window cannot forget it. */
export function installGuards(): void {
  app.on('web-contents-created', (_, contents) => guardContents(contents));
}

function guardContents(contents: WebContents): void {
  contents.on('will-navigate', (event) => {
    if (!event.url.startsWith(`${APP_ORIGIN}/`)) event.preventDefault();
  });
  contents.on('will-frame-navigate', (event) => {
    if (!event.isMainFrame) event.preventDefault();
  });
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(({ url }) => {
    void openExternalLink(url);
    return { action: 'deny' };
  });
}

/** Permissions and downloads of the page's session: none is needed, so none is granted. */
export function denySessionRequests(): void {
  const { defaultSession } = session;
  defaultSession.setPermissionRequestHandler((_, __, grant) => grant(false));
  defaultSession.setPermissionCheckHandler(() => false);
  defaultSession.setDevicePermissionHandler(() => false);
  defaultSession.on('will-download', (event) => event.preventDefault());
}
