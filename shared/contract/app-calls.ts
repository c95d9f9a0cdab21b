import { z } from 'zod';
import { settingsSchema, settingsStatusSchema } from '../domain/settings.ts';
import { storeStatusSchema } from '../domain/store-status.ts';
import { LIMITS } from '../limits.ts';
import { call } from './define.ts';

export const appCalls = {
  'app.info': call({
    summary: 'What this installation is: version, and where it keeps things.',
    input: z.object({}),
    output: z.object({
      version: z.string(),
      platform: z.enum(['windows', 'macos', 'linux']),
      home: z.string(),
      demo: z.boolean(),
      /** A plain word on a clock that cannot be right. */
      clock_warning: z.string().nullable(),
    }),
  }),
  'credentials.storage': call({
    summary: 'Where secrets go on this machine; fails where the keychain does not answer.',
    input: z.object({}),
    output: z.object({
      /** `os`: the keychain answers. `memory`: no keychain here, secrets last for this run only. */
      storage: z.enum(['os', 'memory']),
    }),
  }),
  'app.openHome': call({
    summary: 'Shows the folder that holds database, backups and logs in the file manager.',
    input: z.object({ folder: z.enum(['home', 'logs', 'backups']) }),
    output: z.object({ opened: z.boolean() }),
  }),
  'app.openLink': call({
    summary: 'Opens an https link in the browser, after a check.',
    input: z.object({ url: z.string().max(2_000) }),
    output: z.object({ opened: z.boolean() }),
  }),
  'app.copyText': call({
    summary: 'Puts text on the clipboard.',
    input: z.object({ text: z.string().max(LIMITS.attachment_text) }),
    output: z.object({ copied: z.boolean() }),
  }),
  'app.exportFile': call({
    summary: 'Asks where to save a text and saves it; null when the person thought better of it.',
    input: z.object({
      suggested_name: z.string().min(1).max(120),
      // As much as can be imported again.
      text: z.string().max(LIMITS.template_import),
    }),
    output: z.object({ file: z.string().nullable() }),
  }),
  'store.status': call({
    summary: 'Whether the session store can be used, and what can be done if not.',
    input: z.object({}),
    output: storeStatusSchema,
  }),
  'store.recover': call({
    summary: 'Tries the store again, restores a backup or starts an empty one. Overwrites nothing.',
    input: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('retry') }),
      z.object({ kind: z.literal('restore_backup'), file: z.string() }),
      z.object({ kind: z.literal('start_empty') }),
    ]),
    output: storeStatusSchema,
  }),
  'settings.get': call({
    summary: 'The settings as they stand.',
    input: z.object({}),
    output: settingsSchema,
  }),
  'settings.update': call({
    summary: 'Changes settings; those not named stay.',
    input: settingsSchema.partial(),
    output: settingsSchema,
  }),
  'settings.status': call({
    summary: 'What the administrator manages, and what went wrong with the settings file.',
    input: z.object({}),
    output: settingsStatusSchema,
  }),
  'requests.cancel': call({
    summary: 'Stops a call that is under way, by the request id it was made with.',
    input: z.object({ request_id: z.string().min(1).max(100) }),
    output: z.object({ cancelled: z.boolean() }),
  }),
};
