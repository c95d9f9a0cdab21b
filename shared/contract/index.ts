import type { z } from 'zod';
import { aiCalls } from './ai-calls.ts';
import { appCalls } from './app-calls.ts';
import { copilotCalls } from './copilot-calls.ts';
import { dataCalls } from './data-calls.ts';
import { knowledgeCalls } from './knowledge-calls.ts';
import { noteCalls } from './note-calls.ts';
import { postingCalls } from './posting-calls.ts';
import { psaCalls } from './psa-calls.ts';
import { scriptCalls } from './script-calls.ts';
import { sessionCalls } from './session-calls.ts';
import { updateCalls } from './update-calls.ts';
import { windowCalls } from './window-calls.ts';

/** Every call that may cross the bridge. Adding one is an entry here and a handler in electron/ipc. */
export const contract = {
  ...appCalls,
  ...dataCalls,
  ...sessionCalls,
  ...knowledgeCalls,
  ...noteCalls,
  ...postingCalls,
  ...aiCalls,
  ...psaCalls,
  ...copilotCalls,
  ...scriptCalls,
  ...updateCalls,
  ...windowCalls,
};

export type CallName = keyof typeof contract;

/** What a caller writes: defaults may be left out. */
export type CallInput<Name extends CallName> = z.input<(typeof contract)[Name]['input']>;

/** What a handler gets: parsed, cleaned, defaults filled in. */
export type ParsedInput<Name extends CallName> = z.output<(typeof contract)[Name]['input']>;

export type CallOutput<Name extends CallName> = z.output<(typeof contract)[Name]['output']>;

export { type EventName, type EventPayload, events } from './events.ts';
