import { z } from 'zod';
import { aiStatusSchema, copilotStepSchema } from '../domain/ai.ts';
import { messageStateSchema } from '../domain/message.ts';
import { noteKindSchema } from '../domain/note.ts';
import { postingProgressSchema, statusChangedLaterSchema } from '../domain/posting.ts';
import { psaStatusSchema } from '../domain/psa.ts';
import { idSchema, timestampSchema } from '../domain/session.ts';
import { settingsSchema } from '../domain/settings.ts';
import { storeStatusSchema } from '../domain/store-status.ts';
import { updateStatusSchema } from '../domain/update.ts';

/** What the main process tells the window, by name. Events carry what changed, never how to react. */
export const events = {
  'session.changed': z.object({
    session_id: idSchema,
    state_version: z.int().nonnegative(),
    /** False where the session list reads the same as before: a saved draft, for example. */
    list_changed: z.boolean(),
  }),
  'sessions.changed': z.object({}),
  /** How far the AI is with a note. The last one is followed by the answer of `preview.get`. */
  'preview.progress': z.object({
    session_id: idSchema,
    kind: noteKindSchema,
    state_version: z.int().nonnegative(),
    /** `asking`: sent, nothing came yet. `waiting`: a limit or a fault, tried again soon. `mending`: the repair turn. */
    step: z.enum(['asking', 'waiting', 'writing', 'checking', 'mending']),
    /** Milliseconds since 1970. */
    started_at: timestampSchema,
    /** Tokens written so far, as well as the stream tells. */
    output_tokens: z.int().nonnegative(),
    /** The note as far as it has come. */
    markdown: z.string(),
  }),
  /**
   * How far the copilot is with an answer: what came since the last time, and where in the whole text
   * it goes. Who misses a piece asks `copilot.turn`.
   */
  'copilot.progress': z.object({
    session_id: idSchema,
    message_id: idSchema,
    step: copilotStepSchema,
    /** Place in the whole text, in UTF-16 units. */
    offset: z.int().nonnegative(),
    text: z.string(),
    output_tokens: z.int().nonnegative(),
    started_at: timestampSchema,
  }),
  /** The answer is as it stays; the session holds it. */
  'copilot.ended': z.object({
    session_id: idSchema,
    message_id: idSchema,
    state: messageStateSchema,
  }),
  /** Templates of this installation were saved, removed or imported. */
  'templates.changed': z.object({}),
  /** Each step of a posting as it is taken, in words. */
  'posting.progress': postingProgressSchema,
  /** A verified status was another one at the second look: a rule of the PSA moved the ticket. */
  'posting.statusChangedLater': statusChangedLaterSchema,
  /** What is not posted yet changed; `outbox.list` tells. */
  'outbox.changed': z.object({}),
  /** The connection to the PSA was set up, changed or removed. */
  'psa.changed': psaStatusSchema,
  /** The key was set or removed, or the settings moved drafting here or away. */
  'ai.changed': aiStatusSchema,
  'settings.changed': settingsSchema,
  'store.changed': storeStatusSchema,
  'updates.changed': updateStatusSchema,
  /** An update is about to be installed: the page saves what it holds and answers with `updates.saved`. */
  'updates.saving': z.object({ request: z.int().nonnegative() }),
  /** A link from outside waits; `links.take` tells which. */
  'link.opened': z.object({}),
  /** How far the export of everything is. */
  'data.exported': z.object({ done: z.int().nonnegative(), total: z.int().nonnegative() }),
  /** A press on the native menu, to be done by the window that has the focus. */
  'menu.command': z.object({
    command: z.enum([
      'new-session',
      'search',
      'settings',
      'shortcuts',
      'diagnostics',
      'updates',
      'whats-new',
    ]),
  }),
};

export type EventName = keyof typeof events;
export type EventPayload<Name extends EventName> = z.infer<(typeof events)[Name]>;
