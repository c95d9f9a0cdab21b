import { z } from 'zod';
import { idSchema, timestampSchema } from './session.ts';

/** `shipped/<name>` for those that come with the app, `own/<number>` for those made here. */
export const templateKeySchema = z
  .string()
  .regex(/^(?:shipped\/[a-z0-9-]{1,60}|own\/\d{1,15})$/, 'This is no script template.');

export const SCRIPT_LANGUAGES = ['powershell', 'bash', 'cmd', 'other'] as const;
export const scriptLanguageSchema = z.enum(SCRIPT_LANGUAGES);

/** A parameter as it is kept: the value of a secret one is `null`, always. */
export const scriptParameterSchema = z.object({
  name: z.string(),
  secret: z.boolean(),
  value: z.string().nullable(),
});

/** `generated` until the technician says that it ran and what came of it. */
export const GENERATION_STATES = ['generated', 'ran'] as const;
export const generationStateSchema = z.enum(GENERATION_STATES);

/** One filling-in of a script template, or a script that the technician ran by hand (`template_key` null). */
export const scriptGenerationSchema = z.object({
  id: idSchema,
  session_id: idSchema,
  template_key: templateKeySchema.nullable(),
  name: z.string(),
  language: scriptLanguageSchema,
  body: z.string(),
  parameters: z.array(scriptParameterSchema),
  state: generationStateSchema,
  outcome: z.string().nullable(),
  /** `outcome` in the customer's words; null keeps the result internal. */
  customer_outcome: z.string().nullable(),
  /** Whether running it changed the system, so that the next engineer must know how to undo it. */
  changes_system: z.boolean(),
  /** How to undo what it changed, in the technician's words. */
  undo: z.string().nullable(),
  ran_at: timestampSchema.nullable(),
  created_at: timestampSchema,
});
export type ScriptGeneration = z.infer<typeof scriptGenerationSchema>;
