import { z } from 'zod';
import { checkSchema } from '../domain/check.ts';
import { factSchema, factStatusSchema, sourceTypeSchema } from '../domain/fact.ts';
import { idSchema } from '../domain/session.ts';
import { confidenceSchema, fixOutcomeSchema, suggestedFixSchema } from '../domain/suggested-fix.ts';
import { optionalText, requiredLine, requiredText } from '../domain/text-fields.ts';
import { LIMITS } from '../limits.ts';
import { call } from './define.ts';

const factText = requiredText('The fact', LIMITS.fact);
const sourceSummary = optionalText('The source', LIMITS.source_summary).nullable();
const fixTitle = requiredLine('The title of the fix', LIMITS.fix_title);
const fixDescription = optionalText('The description', LIMITS.fix_description);

/** A session that a row is brought over from. */
const fromSession = idSchema.nullable().default(null);

export const knowledgeCalls = {
  'facts.add': call({
    summary: 'Adds a fact; confirmed unless said otherwise.',
    input: z.object({
      session_id: idSchema,
      text: factText,
      source_type: sourceTypeSchema,
      source_summary: sourceSummary.default(null),
      source_message_id: idSchema.nullable().default(null),
      status: factStatusSchema.default('confirmed'),
      from_session_id: fromSession,
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
  'facts.confirmAll': call({
    summary: 'Turns these proposed facts into confirmed ones, all or none.',
    input: z.object({ session_id: idSchema, fact_ids: z.array(idSchema).min(1).max(500) }),
    output: z.array(factSchema),
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
      from_session_id: fromSession,
      /** The proposal of the copilot that this confirms. */
      proposal_id: idSchema.nullable().default(null),
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
        /** The proposal of the copilot that this confirms. */
        proposal_id: idSchema.nullable().default(null),
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
  'checks.add': call({
    summary: 'Adds a check to run to the list.',
    input: z.object({
      session_id: idSchema,
      instruction: requiredText('The check', LIMITS.check),
      meaning: optionalText('What the result would mean', LIMITS.check).default(''),
    }),
    output: checkSchema,
  }),
  'checks.complete': call({
    summary:
      'Ticks a check: its result becomes a confirmed fact of a diagnostic check, with the output attached.',
    input: z.object({
      check_id: idSchema,
      result: factText,
      output: optionalText('The output', LIMITS.attachment_text).default(''),
    }),
    output: z.object({ check: checkSchema, fact: factSchema }),
  }),
  'checks.drop': call({
    summary: 'Takes a check off the list; checks.reopen brings it back.',
    input: z.object({ check_id: idSchema }),
    output: checkSchema,
  }),
  'checks.reopen': call({
    summary: 'Puts a check on the list again. The fact of an earlier result stays.',
    input: z.object({ check_id: idSchema }),
    output: checkSchema,
  }),
};
