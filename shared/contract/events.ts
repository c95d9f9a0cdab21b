import { z } from 'zod';
import { idSchema } from '../domain/session.ts';
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
  'settings.changed': settingsSchema,
  'store.changed': storeStatusSchema,
  /** A press on the native menu, to be done by the window that has the focus. */
  'menu.command': z.object({
    command: z.enum(['new-session', 'search', 'settings', 'shortcuts']),
  }),
};

export type EventName = keyof typeof events;
export type EventPayload<Name extends EventName> = z.infer<(typeof events)[Name]>;
