import { z } from 'zod';
import { timestampSchema } from './session.ts';

export const backupInfoSchema = z.object({
  file: z.string(),
  created_at: timestampSchema,
  bytes: z.int().nonnegative(),
  sessions: z.int().nonnegative(),
});
export type BackupInfo = z.infer<typeof backupInfoSchema>;

/** Whether the session store can be used, and if not, what happened and what can be done about it. */
export const storeStatusSchema = z.discriminatedUnion('state', [
  z.object({ state: z.literal('ready'), file: z.string() }),
  z.object({
    state: z.literal('unavailable'),
    kind: z.enum(['damaged', 'newer', 'locked', 'read_only', 'disk_full', 'unreadable']),
    message: z.string(),
    file: z.string(),
    set_aside: z.string().nullable(),
    backups: z.array(backupInfoSchema),
  }),
]);
export type StoreStatus = z.infer<typeof storeStatusSchema>;
