import { z } from 'zod';
import { LIMITS } from '../limits.ts';
import { templateKeySchema } from './script.ts';
import { timestampSchema } from './session.ts';
import { optionalText, requiredLine, verbatimText } from './text-fields.ts';

export const PARAMETER_TYPES = [
  'string',
  'number',
  'choice',
  'switch',
  'host',
  'password',
] as const;
export const parameterTypeSchema = z.enum(PARAMETER_TYPES);
export type ParameterType = z.infer<typeof parameterTypeSchema>;

/**
 * One blank of a template. The script reads it as a variable of this name, which code sets in front
 * of the script's own text; nothing is ever put into the text itself.
 */
export const templateParameterSchema = z.object({
  name: z
    .string()
    .regex(
      /^[A-Za-z][A-Za-z0-9_]{0,39}$/,
      'A parameter name begins with a letter and has letters, digits and _ only, for example UserName.',
    ),
  label: requiredLine('The label of the parameter', 100),
  help: optionalText('The help text', 300).default(''),
  type: parameterTypeSchema,
  required: z.boolean(),
  /** Empty for none; passwords have none. `true` or `false` for a switch. */
  default_value: verbatimText('The default', LIMITS.parameter_value).default(''),
  /** Of a choice. */
  choices: z.array(requiredLine('A choice', 200)).max(LIMITS.parameter_choices).default([]),
  /** Of a number. */
  minimum: z.number().nullable().default(null),
  maximum: z.number().nullable().default(null),
});
export type TemplateParameter = z.infer<typeof templateParameterSchema>;

/** Languages that values can be quoted for. */
export const templateLanguageSchema = z.enum(['powershell', 'bash', 'cmd']);
export type TemplateLanguage = z.infer<typeof templateLanguageSchema>;

/** What a person writes of a template; what is exported and imported too. */
export const templateContentSchema = z.object({
  name: requiredLine('The name of the script', LIMITS.script_name),
  language: templateLanguageSchema,
  description: optionalText('The description', LIMITS.template_description).default(''),
  body: verbatimText('The script', LIMITS.script_body).refine(
    (body) => body.trim() !== '',
    'The script is empty. Write or paste it first.',
  ),
  parameters: z.array(templateParameterSchema).max(LIMITS.script_parameters).default([]),
  changes_system: z.boolean().default(false),
  /** How to undo what it changes. */
  undo: optionalText('How to undo it', LIMITS.outcome_note).default(''),
  needs_administrator: z.boolean().default(false),
});
export type TemplateContent = z.infer<typeof templateContentSchema>;

/** A parameterised script that every session can fill in. */
export const scriptTemplateSchema = templateContentSchema.extend({
  key: templateKeySchema,
  /** Those that came with the app cannot be changed; a copy can. */
  origin: z.enum(['shipped', 'own']),
  updated_at: timestampSchema.nullable(),
});
export type ScriptTemplate = z.infer<typeof scriptTemplateSchema>;

/** Values as they are typed, by parameter name: `true` or `false` for a switch. */
export const parameterValuesSchema = z.record(
  z.string().max(40),
  z.string().max(LIMITS.parameter_value, 'The value is too long.'),
);
export type ParameterValues = z.infer<typeof parameterValuesSchema>;

export const parameterProblemSchema = z.object({ parameter: z.string(), message: z.string() });
export type ParameterProblem = z.infer<typeof parameterProblemSchema>;
