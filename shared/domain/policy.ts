import { z } from 'zod';
import { SETTING_TITLES } from './setting-titles.ts';
import { type SettingName, settingsSchema } from './settings.ts';

/** The one version of the policy file that there is. */
export const POLICY_VERSION = 1;

const DESCRIPTION =
  'Settings of ResolutionFlow that an administrator presets or fixes for every user of a machine. Secrets never belong here.';

/**
 * An administrator's file. What stands in `settings` is the default of every user; what `locked` names
 * is fixed: at the value given here or, without one, at the default of the app.
 */
export const policySchema = z
  .strictObject({
    $schema: z.string().optional(),
    version: z.literal(POLICY_VERSION),
    settings: z
      .strictObject(settingsSchema.shape)
      .partial()
      .describe('Values that every user starts with, by the name of the setting.')
      .optional(),
    locked: z
      .array(settingsSchema.keyof())
      .describe('Settings that users cannot change.')
      .optional(),
  })
  .describe(DESCRIPTION);

/** The schema of the policy file as it is published: JSON Schema, with what each setting is called. */
export function policyJsonSchema(): Record<string, unknown> {
  return z.toJSONSchema(policySchema, {
    io: 'input',
    override({ jsonSchema, path }) {
      const name = path.at(-1);
      const isSetting = path.length === 4 && path[1] === 'settings' && path[2] === 'properties';
      if (isSetting && isSettingName(name)) jsonSchema.title = SETTING_TITLES[name];
    },
  });
}

/** Whether a name is that of a setting. */
export function isSettingName(name: unknown): name is SettingName {
  return typeof name === 'string' && Object.hasOwn(settingsSchema.shape, name);
}
