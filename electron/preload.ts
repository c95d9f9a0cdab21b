import { contextBridge, ipcRenderer } from 'electron';
import {
  type Bridge,
  type BridgeNames,
  EVENT_CHANNEL,
  INVOKE_CHANNEL,
} from '../shared/contract/bridge.ts';
import type { Envelope } from '../shared/errors.ts';

/**
 * Set by the build from the contract, so that this file neither carries the schemas nor changes when
 * a call is added.
 */
declare const BRIDGE_NAMES: BridgeNames;

const calls: ReadonlySet<string> = new Set(BRIDGE_NAMES.calls);
const events: ReadonlySet<string> = new Set(BRIDGE_NAMES.events);

const unknownCall: Envelope = {
  ok: false,
  error: { code: 'INVALID_INPUT', message: 'This call is not known.' },
};

type Listener = (payload: unknown) => void;
const listeners = new Map<string, Set<Listener>>();
ipcRenderer.on(EVENT_CHANNEL, (_, name: string, payload: unknown) => {
  for (const listener of listeners.get(name) ?? []) listener(payload);
});

/** The one bridge into the page. It refuses names outside the contract before they leave the window. */
const bridge: Bridge = {
  invoke: (name, input, requestId) =>
    calls.has(name)
      ? (ipcRenderer.invoke(INVOKE_CHANNEL, name, input, requestId) as Promise<Envelope>)
      : Promise.resolve(unknownCall),
  on(event, listener) {
    if (!events.has(event)) return () => {};
    const ofEvent = listeners.get(event) ?? new Set<Listener>();
    listeners.set(event, ofEvent.add(listener));
    return () => ofEvent.delete(listener);
  },
};

contextBridge.exposeInMainWorld('resolutionFlow', bridge);
