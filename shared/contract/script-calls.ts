import { z } from 'zod';
import {
  scriptGenerationSchema,
  scriptLanguageSchema,
  templateKeySchema,
} from '../domain/script.ts';
import {
  parameterProblemSchema,
  parameterValuesSchema,
  scriptTemplateSchema,
  templateContentSchema,
} from '../domain/script-template.ts';
import { idSchema } from '../domain/session.ts';
import { optionalText, requiredLine, requiredText, verbatimText } from '../domain/text-fields.ts';
import { LIMITS } from '../limits.ts';
import { call } from './define.ts';

const scriptEffect = {
  changes_system: z.boolean().optional(),
  /** How to undo what the script changed. */
  undo: optionalText('How to undo it', LIMITS.outcome_note).nullable().optional(),
};

const scriptParameter = z.object({
  name: requiredLine('The name of the parameter', LIMITS.script_name),
  secret: z.boolean(),
  value: z.string().max(LIMITS.secret, 'The value is too long.').nullable(),
});

const filledIn = { template_key: templateKeySchema, values: parameterValuesSchema };

/** The result of a script in the customer's words; null keeps it internal. */
const customerOutcome = optionalText('The wording for the customer', LIMITS.script_outcome)
  .transform((text) => (text === '' ? null : text))
  .nullable();

export const scriptCalls = {
  'templates.list': call({
    summary: 'All script templates, those that came with the app and those made here.',
    input: z.object({}),
    output: z.array(scriptTemplateSchema),
  }),
  'templates.save': call({
    summary: 'Saves a template of this installation; without a key it is a new one.',
    input: z.object({ key: templateKeySchema.nullable(), content: templateContentSchema }),
    output: scriptTemplateSchema,
    // A secret in a template is refused in words; taken out unseen, it would leave a broken script.
    verbatim: true,
  }),
  'templates.remove': call({
    summary: 'Removes a template of this installation. Scripts made from it stay.',
    input: z.object({ key: templateKeySchema }),
    output: z.object({ removed: z.boolean() }),
  }),
  'templates.problems': call({
    summary:
      'What is wrong with a template as it is being written, for example an unknown variable.',
    input: z.object({ content: templateContentSchema }),
    output: z.array(
      z.object({
        message: z.string(),
        line: z.int().positive().nullable(),
        /** Whether it cannot be saved like this; else it is advice. */
        blocking: z.boolean(),
      }),
    ),
    verbatim: true,
  }),
  'templates.export': call({
    summary: 'Templates as the text of a file that another installation can import.',
    input: z.object({ keys: z.array(templateKeySchema).min(1).max(1_000) }),
    output: z.object({ text: z.string(), suggested_name: z.string() }),
  }),
  'templates.import': call({
    summary: 'Reads templates from the text of an exported file. All of them are kept, or none.',
    input: z.object({
      text: z.string().max(LIMITS.template_import, 'This file is too large for script templates.'),
    }),
    output: z.object({
      added: z.array(scriptTemplateSchema),
      /** Names of those that are here already, word for word. */
      known: z.array(z.string()),
    }),
    verbatim: true,
  }),
  'scripts.preview': call({
    summary:
      'The script as these values make it, secret ones covered, and what is wrong with them.',
    input: z.object(filledIn),
    output: z.object({ script: z.string(), problems: z.array(parameterProblemSchema) }),
    verbatim: true,
  }),
  'scripts.generate': call({
    summary:
      'Fills in a template for a session. Secret values are held in memory only, to be copied along and kept out of everything.',
    input: z.object({
      session_id: idSchema,
      ...filledIn,
      proposal_id: idSchema.nullable().default(null),
    }),
    output: scriptGenerationSchema,
    verbatim: true,
  }),
  'scripts.copy': call({
    summary:
      'Puts a generated script on the clipboard. With a secret in it, it is kept out of the clipboard history and taken off again.',
    input: z.object({ generation_id: idSchema }),
    output: z.object({
      copied: z.boolean(),
      /** Seconds until a script with a secret leaves the clipboard; null without one. */
      cleared_after: z.int().positive().nullable(),
      /** Secrets that the script will ask for when it runs. */
      asks_for: z.array(z.string()),
    }),
  }),
  'scripts.save': call({
    summary:
      'Asks where to save a generated script and saves it. Secrets are never in the file: the script asks for them.',
    input: z.object({ generation_id: idSchema }),
    output: z.object({ file: z.string().nullable() }),
  }),
  'scripts.discard': call({
    summary: 'Drops a generated script that did not run.',
    input: z.object({ generation_id: idSchema }),
    output: z.object({ discarded: z.boolean() }),
  }),
  'scripts.recordRun': call({
    summary: 'Records a script or command that the technician ran by hand, and what came of it.',
    input: z.object({
      session_id: idSchema,
      name: requiredLine('The name of the script', LIMITS.script_name),
      language: scriptLanguageSchema.default('other'),
      body: verbatimText('The script', LIMITS.script_body).default(''),
      outcome: optionalText('The outcome', LIMITS.script_outcome),
      customer_outcome: customerOutcome.default(null),
      ...scriptEffect,
      /** The value of a secret one is held in memory, so that it can be kept out of everything; it is never stored. */
      parameters: z.array(scriptParameter).max(LIMITS.script_parameters).default([]),
    }),
    verbatim: true,
    output: scriptGenerationSchema,
  }),
  'scripts.markRan': call({
    summary: 'Says that a generated script ran, and what came of it.',
    input: z.object({
      generation_id: idSchema,
      outcome: requiredText('The outcome', LIMITS.script_outcome),
      /** Left out, it stays with the same outcome and goes with another. */
      customer_outcome: customerOutcome.optional(),
      ...scriptEffect,
    }),
    output: scriptGenerationSchema,
  }),
  'scripts.setCustomerOutcome': call({
    summary: 'Words the result of a script for the customer; null keeps it internal.',
    input: z.object({ generation_id: idSchema, customer_outcome: customerOutcome }),
    output: scriptGenerationSchema,
  }),
};
