import { z } from 'zod';
import { backupInfoSchema, storeStatusSchema } from '../domain/store-status.ts';
import { call } from './define.ts';

/** What must be typed before everything is deleted. */
export const DELETE_WORD = 'DELETE';

export const dataCalls = {
  'data.backups': call({
    summary: 'The backups that are sound, newest first. Reads each of them whole.',
    input: z.object({}),
    output: z.array(backupInfoSchema),
  }),
  'data.backUp': call({
    summary: 'Makes a backup now, and drops the oldest beyond those kept.',
    input: z.object({}),
    output: backupInfoSchema,
  }),
  'data.restore': call({
    summary: 'Goes back to a backup; the sessions in use are kept in a file beside it.',
    input: z.object({ file: z.string().max(4_000) }),
    output: storeStatusSchema,
  }),
  'data.export': call({
    summary:
      'Asks for a folder and writes all that is kept into a new one there, as plain files; null when the person thought better of it.',
    input: z.object({}),
    output: z.object({ folder: z.string(), sessions: z.int().nonnegative() }).nullable(),
    cancellable: true,
  }),
  'data.deleteAll': call({
    summary: 'Deletes sessions, backups, settings, keys and logs of this installation for good.',
    input: z.object({ word: z.literal(DELETE_WORD, 'Type the word as it stands there.') }),
    output: storeStatusSchema,
  }),
};
