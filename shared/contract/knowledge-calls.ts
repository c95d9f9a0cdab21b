import { z } from 'zod';
import { checkSchema } from '../domain/check.ts';
import {
  audienceSchema,
  factRoleSchema,
  factSchema,
  factStatusSchema,
  sourceTypeSchema,
} from '../domain/fact.ts';
import { knownNameSchema, nameKindSchema } from '../domain/known-name.ts';
import { idSchema } from '../domain/session.ts';
import { confidenceSchema, fixOutcomeSchema, suggestedFixSchema } from '../domain/suggested-fix.ts';
import { optionalText, requiredLine, requiredText } from '../domain/text-fields.ts';
import { LIMITS } from '../limits.ts';
import { call } from './define.ts';

const factText = requiredText('The fact', LIMITS.fact);
const sourceSummary = optionalText('The source', LIMITS.source_summary).nullable();
/** A text that is null where it is empty. */
const textOrNull = (label: string, limit: number) =>
  optionalText(label, limit)
    .transform((text) => (text === '' ? null : text))
    .nullable();

const customerWording = textOrNull('The wording for the customer', LIMITS.fact);
const shortWording = textOrNull('The short wording', LIMITS.fact);
const resultText = (label: string) => textOrNull(label, LIMITS.outcome_note);
const fixTitle = requiredLine('The title of the fix', LIMITS.fix_title);
const fixDescription = optionalText('The description', LIMITS.fix_description);

/** A session that a row is brought over from. */
const fromSession = idSchema.nullable().default(null);

/** A fact that a result rests on: one that is there, or a line that becomes one. */
const resultFactSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('none') }),
  z.object({ kind: z.literal('fact'), fact_id: idSchema }),
  z.object({ kind: z.literal('text'), text: factText, source_type: sourceTypeSchema }),
]);

export const knowledgeCalls = {
  'facts.add': call({
    summary: 'Adds a fact; confirmed unless said otherwise.',
    input: z.object({
      session_id: idSchema,
      text: factText,
      source_type: sourceTypeSchema,
      source_summary: sourceSummary.default(null),
      source_message_id: idSchema.nullable().default(null),
      /** Null takes the default of the source. */
      role: factRoleSchema.nullable().default(null),
      chosen_audience: audienceSchema.nullable().default(null),
      customer_wording: customerWording.default(null),
      short_wording: shortWording.default(null),
      status: factStatusSchema.default('confirmed'),
      from_session_id: fromSession,
    }),
    output: factSchema,
  }),
  'facts.update': call({
    summary: 'Rewords a fact or corrects its source, role, audience or wordings.',
    input: z.object({
      fact_id: idSchema,
      text: factText.optional(),
      source_type: sourceTypeSchema.optional(),
      source_summary: sourceSummary.optional(),
      role: factRoleSchema.optional(),
      customer_wording: customerWording.optional(),
      short_wording: shortWording.optional(),
    }),
    output: factSchema,
  }),
  'facts.setAudience': call({
    summary: 'Sets who may read these facts, all or none; null goes back to the default.',
    input: z.object({
      session_id: idSchema,
      fact_ids: z.array(idSchema).min(1).max(500),
      audience: audienceSchema.nullable(),
    }),
    output: z.array(factSchema),
  }),
  'names.set': call({
    summary:
      'Marks a name as a host or an account of this session, or changes what it says of one.',
    input: z.object({
      session_id: idSchema,
      name: knownNameSchema.shape.name,
      kind: nameKindSchema,
      wording: textOrNull('What the customer calls it', LIMITS.known_name).default(null),
    }),
    output: z.array(knownNameSchema),
  }),
  'names.remove': call({
    summary: 'Takes the mark off a name; a name that is not marked is no error.',
    input: z.object({ session_id: idSchema, name: knownNameSchema.shape.name }),
    output: z.array(knownNameSchema),
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
      done: resultText('What was done').optional(),
      customer_done: resultText('What was done').optional(),
      customer_note: resultText('The note').optional(),
    }),
    output: suggestedFixSchema,
  }),
  'fixes.setOutcome': call({
    summary:
      'Records the result of a fix with what was done, the cause and how it was confirmed, in one write; `failed` needs a reason, `pending` needs what it waits on.',
    input: z
      .object({
        fix_id: idSchema,
        outcome: fixOutcomeSchema,
        outcome_note: optionalText('The note', LIMITS.outcome_note).nullable().default(null),
        /** What was done, in the past tense. Left out, what is on record stays. */
        done: resultText('What was done').optional(),
        customer_done: resultText('What was done').optional(),
        /** Left out, it stays with an unchanged note and goes with a changed one. */
        customer_note: resultText('The note').optional(),
        left_in_place: z.boolean().default(false),
        cause: resultFactSchema.default({ kind: 'none' }),
        confirmation: resultFactSchema.default({ kind: 'none' }),
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
