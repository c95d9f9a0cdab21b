import { z } from 'zod';
import { aiStatusSchema } from '../domain/ai.ts';
import { noteKindSchema } from '../domain/note.ts';
import { postingProgressSchema, statusChangedLaterSchema } from '../domain/posting.ts';
import { psaStatusSchema } from '../domain/psa.ts';
import { idSchema, timestampSchema } from '../domain/session.ts';
import { settingsSchema } from '../domain/settings.ts';
import { storeStatusSchema } from '../domain/store-status.ts';

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
  /** A press on the native menu, to be done by the window that has the focus. */
  'menu.command': z.object({
    command: z.enum(['new-session', 'search', 'settings', 'shortcuts']),
  }),
};

export type EventName = keyof typeof events;
export type EventPayload<Name extends EventName> = z.infer<(typeof events)[Name]>;
