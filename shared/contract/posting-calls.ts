import { z } from 'zod';
import { noteKindSchema } from '../domain/note.ts';
import {
  outboxItemSchema,
  postingDecisionSchema,
  postingPlanSchema,
  shownPlanSchema,
} from '../domain/posting.ts';
import { idSchema, sessionSchema } from '../domain/session.ts';
import { auditEntrySchema, postOutcomeSchema, writeBackSchema } from '../domain/write-back.ts';
import { LIMITS } from '../limits.ts';
import { cleanText } from '../text.ts';
import { call } from './define.ts';
import { noteMarkdown } from './note-calls.ts';

const noteOf = { session_id: idSchema, kind: noteKindSchema };

const postedSchema = z.object({
  outcome: postOutcomeSchema,
  session: sessionSchema,
  write_back: writeBackSchema,
  /** What the technician should know though it went well: that a second note of ours is there, say. */
  warnings: z.array(z.string()).readonly(),
});

const reason = z
  .string()
  .max(LIMITS.override_reason, 'Keep the reason short: one or two sentences.')
  .transform((raw) => cleanText(raw).text);

const noteToPost = z.object({
  ...noteOf,
  markdown: noteMarkdown,
  /** Needed where checks block and may be overridden; kept in the audit trail. */
  override_reason: reason.optional(),
  /** What the button said; where it has become otherwise meanwhile, nothing is done. */
  destination: z.enum(['local', 'ticket']).optional(),
  /** The ticket, its status to be and who sees the note, as the screen showed them. */
  shown: shownPlanSchema.optional(),
});

export const postingCalls = {
  'posting.post': call({
    summary: 'Confirm & post: posts exactly this text and closes the session.',
    input: noteToPost,
    output: postedSchema,
    verbatim: true,
  }),
  'posting.plan': call({
    summary: 'Where Confirm & post would put this note, who would see it, what the status becomes.',
    input: z.object(noteOf),
    output: postingPlanSchema,
  }),
  'posting.retry': call({
    summary: 'Goes on with a posting from where it stopped; the note is never posted again.',
    input: z.object({ session_id: idSchema }),
    output: postedSchema,
  }),
  'posting.closeAnyway': call({
    summary:
      'Closes the session although the ticket is not as it should be; the ticket is left alone.',
    input: z.object({ session_id: idSchema, reason }),
    output: postedSchema,
  }),
  'posting.decide': call({
    summary: 'What to do where nobody can tell whether the note was posted.',
    input: z.object({ session_id: idSchema, decision: postingDecisionSchema }),
    output: z.object({ posted: postedSchema.nullable() }),
  }),
  'posting.queue': call({
    summary: 'Keeps the note to be posted when the network is back.',
    input: noteToPost,
    output: outboxItemSchema,
    verbatim: true,
  }),
  'outbox.list': call({
    summary: 'Postings that are not finished, oldest first.',
    input: z.object({}),
    output: z.array(outboxItemSchema),
  }),
  'outbox.answer': call({
    summary: 'Sends a queued note although its ticket changed, or takes it back.',
    input: z.object({ session_id: idSchema, answer: z.enum(['send', 'cancel']) }),
    output: z.object({ posted: postedSchema.nullable() }),
  }),
  'outbox.cancel': call({
    summary: 'Takes a queued note back; its text stays as the draft.',
    input: z.object({ session_id: idSchema }),
    output: z.object({}),
  }),
  'outbox.send': call({
    summary: 'Tries to send what is queued now.',
    input: z.object({}),
    output: z.array(outboxItemSchema),
  }),
  'posting.auditTrail': call({
    summary: 'Every step in the life of the notes of a session, oldest first.',
    input: z.object({ session_id: idSchema }),
    output: z.array(auditEntrySchema),
  }),
};
