import { BrowserWindow, type IpcMainInvokeEvent, ipcMain } from 'electron';
import { EVENT_CHANNEL, INVOKE_CHANNEL } from '../../shared/contract/bridge.ts';
import type { Envelope } from '../../shared/errors.ts';
import type { EventListener, Router } from '../ipc/index.ts';
import { isOwnUrl } from './app-file.ts';

const REFUSED: Envelope = {
  ok: false,
  error: { code: 'INVALID_INPUT', message: 'Calls are taken from the app window only.' },
};

/** Only the main frame of one of our own windows, showing the app's own page, may call. */
function isOwnMainFrame({ sender, senderFrame }: IpcMainInvokeEvent): boolean {
  try {
    return (
      senderFrame !== null &&
      senderFrame === sender.mainFrame &&
      BrowserWindow.fromWebContents(sender) !== null &&
      isOwnUrl(senderFrame.url)
    );
  } catch {
    // A frame that is gone cannot be asked what it shows.
    return false;
  }
}

/** What has to be told of calls and of the router that answers them. */
export interface CallAnswering {
  /** Makes the router: once, for the first call or for whoever wants it ready before. */
  readonly makeRouter: () => Promise<Router>;
  /** The page made a call, which may still have to wait for the router. */
  readonly onCall: () => void;
  readonly onFailure: (error: unknown) => void;
}

/** Answers the windows' calls. Answers what has the router made ahead of the first of them. */
export function answerCalls({ makeRouter, onCall, onFailure }: CallAnswering): () => void {
  let made: Promise<Router> | undefined;
  function router(): Promise<Router> {
    if (made === undefined) {
      made = makeRouter();
      made.catch(onFailure);
    }
    return made;
  }
  ipcMain.handle(INVOKE_CHANNEL, async (event, name: unknown, input: unknown, id: unknown) => {
    if (!isOwnMainFrame(event)) return REFUSED;
    onCall();
    return (await router()).handle({ name, input, requestId: id });
  });
  return () => void router();
}

/** Passes an event on to every window. */
export const sendToWindows: EventListener = (name, payload) => {
  for (const window of BrowserWindow.getAllWindows()) {
    if (!window.isDestroyed() && !window.webContents.isDestroyed()) {
      window.webContents.send(EVENT_CHANNEL, name, payload);
    }
  }
};
