import { z } from 'zod';
import { factSchema, factStatusSchema, sourceTypeSchema } from '../domain/fact.ts';
import { messageSchema } from '../domain/message.ts';
import { scriptGenerationSchema, scriptLanguageSchema } from '../domain/script.ts';
import { idSchema } from '../domain/session.ts';
import { confidenceSchema, fixOutcomeSchema, suggestedFixSchema } from '../domain/suggested-fix.ts';
import { optionalText, requiredLine, requiredText } from '../domain/text-fields.ts';
import { LIMITS } from '../limits.ts';
import { call } from './define.ts';

const factText = requiredText('The fact', LIMITS.fact);
const sourceSummary = optionalText('The source', LIMITS.source_summary).nullable();
const fixTitle = requiredLine('The title of the fix', LIMITS.fix_title);
const fixDescription = optionalText('The description', LIMITS.fix_description);

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

export const knowledgeCalls = {
  'messages.add': call({
    summary: "Adds one of the technician's own messages to the lane.",
    input: z.object({ session_id: idSchema, body: requiredText('The message', LIMITS.message) }),
    output: messageSchema,
  }),
  'facts.add': call({
    summary: 'Adds a fact; confirmed unless said otherwise.',
    input: z.object({
      session_id: idSchema,
      text: factText,
      source_type: sourceTypeSchema,
      source_summary: sourceSummary.default(null),
      source_message_id: idSchema.nullable().default(null),
      status: factStatusSchema.default('confirmed'),
    }),
    output: factSchema,
  }),
  'facts.update': call({
    summary: 'Rewords a fact or corrects its source.',
    input: z.object({
      fact_id: idSchema,
      text: factText.optional(),
      source_type: sourceTypeSchema.optional(),
      source_summary: sourceSummary.optional(),
    }),
    output: factSchema,
  }),
  'facts.confirm': call({
    summary: 'Turns a proposed fact into a confirmed one.',
    input: z.object({ fact_id: idSchema }),
    output: factSchema,
  }),
  'facts.remove': call({
    summary: 'Deletes a fact softly; facts.restore brings it back.',
    input: z.object({ fact_id: idSchema }),
    output: factSchema,
  }),
  'facts.restore': call({
    summary: 'Brings a deleted fact back to its place.',
    input: z.object({ fact_id: idSchema }),
    output: factSchema,
  }),
  'fixes.suggest': call({
    summary: 'Suggests a fix; it supersedes the active one.',
    input: z.object({
      session_id: idSchema,
      title: fixTitle,
      description: fixDescription.default(''),
      confidence: confidenceSchema,
    }),
    output: suggestedFixSchema,
  }),
  'fixes.update': call({
    summary: 'Rewords a suggested fix or corrects its confidence.',
    input: z.object({
      fix_id: idSchema,
      title: fixTitle.optional(),
      description: fixDescription.optional(),
      confidence: confidenceSchema.optional(),
    }),
    output: suggestedFixSchema,
  }),
  'fixes.setOutcome': call({
    summary:
      'Records what came of a fix; `failed` needs a reason, `pending` needs what it waits on.',
    input: z
      .object({
        fix_id: idSchema,
        outcome: fixOutcomeSchema,
        outcome_note: optionalText('The note', LIMITS.outcome_note).nullable().default(null),
      })
      .refine((input) => input.outcome !== 'failed' || (input.outcome_note ?? '') !== '', {
        message: 'Say in a few words why the fix failed, so that nobody tries it again.',
        path: ['outcome_note'],
      })
      .refine((input) => input.outcome !== 'pending' || (input.outcome_note ?? '') !== '', {
        message: 'Say on what the verdict waits, for example "user is back on Monday".',
        path: ['outcome_note'],
      }),
    output: suggestedFixSchema,
  }),
  'scripts.recordRun': call({
    summary: 'Records a script or command that the technician ran by hand, and what came of it.',
    input: z.object({
      session_id: idSchema,
      name: requiredLine('The name of the script', LIMITS.script_name),
      language: scriptLanguageSchema.default('other'),
      body: z.string().max(LIMITS.script_body, 'The script is too long to keep here.').default(''),
      outcome: optionalText('The outcome', LIMITS.script_outcome),
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
      ...scriptEffect,
    }),
    output: scriptGenerationSchema,
  }),
};
