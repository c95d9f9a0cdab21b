import { z } from 'zod';
import { searchHitSchema } from '../domain/search.ts';
import {
  domainSchema,
  escalationReasonSchema,
  idSchema,
  intakeSchema,
  noteLanguageSchema,
  sessionListItemSchema,
  sessionSchema,
  sessionStateSchema,
  summarySchema,
  ticketRefSchema,
  timestampSchema,
  titleSchema,
} from '../domain/session.ts';
import { similarWorkSchema } from '../domain/similar-work.ts';
import { sessionSnapshotSchema } from '../domain/snapshot.ts';
import { optionalText } from '../domain/text-fields.ts';
import { LIMITS } from '../limits.ts';
import { call } from './define.ts';

/** Empty text clears the field. */
const handOffText = (label: string) =>
  optionalText(label, LIMITS.hand_off_field)
    .transform((text) => (text === '' ? null : text))
    .nullable();

export const sessionCalls = {
  'sessions.list': call({
    summary: 'Sessions, the most recently changed first, a page at a time.',
    input: z.object({
      limit: z.int().min(1).max(1000).default(1000),
      before: z.object({ updated_at: timestampSchema, id: idSchema }).optional(),
      state: sessionStateSchema.optional(),
    }),
    output: z.array(sessionListItemSchema),
  }),
  'sessions.search': call({
    summary: 'Full-text search over titles, intake, facts, messages and posted notes.',
    input: z.object({
      query: z.string().max(LIMITS.search, 'Search for a few words instead of a whole text.'),
      limit: z.int().min(1).max(100).default(50),
    }),
    output: z.array(searchHitSchema),
    cancellable: true,
  }),
  'sessions.similar': call({
    summary:
      'Earlier sessions that are most like this one, with what helped there. All from this machine.',
    input: z.object({ session_id: idSchema, limit: z.int().min(1).max(20).default(5) }),
    output: z.array(similarWorkSchema),
    cancellable: true,
  }),
  'sessions.create': call({
    summary: 'Opens a new session.',
    input: z.object({
      title: titleSchema,
      intake: intakeSchema,
      domain: domainSchema,
      ticket_ref: ticketRefSchema,
    }),
    output: sessionSchema,
  }),
  'sessions.get': call({
    summary: 'Everything that the screen shows of one session.',
    input: z.object({ session_id: idSchema }),
    output: sessionSnapshotSchema,
  }),
  'sessions.update': call({
    summary: 'Changes what a session says of itself; closed sessions refuse.',
    input: z.object({
      session_id: idSchema,
      title: titleSchema.optional(),
      summary: summarySchema.optional(),
      intake: intakeSchema.optional(),
      domain: domainSchema.optional(),
      ticket_ref: ticketRefSchema.optional(),
      customer_summary: handOffText('The summary').optional(),
      language: noteLanguageSchema.optional(),
      affected: handOffText('Affected').optional(),
      since: handOffText('Since').optional(),
      impact: handOffText('Impact').optional(),
      priority: handOffText('Priority').optional(),
      escalation_reason: escalationReasonSchema.nullable().optional(),
      escalation_note: handOffText('The reason').optional(),
      promised: handOffText('Promised').optional(),
      contact: handOffText('Contact').optional(),
      next_owner: handOffText('Next owner').optional(),
      /** The proposal of the copilot that this confirms. */
      proposal_id: idSchema.nullable().default(null),
    }),
    output: sessionSchema,
  }),
  'sessions.addSamples': call({
    summary: 'Adds the sample sessions, for a first look around.',
    input: z.object({}),
    output: z.object({ added: z.int().nonnegative() }),
  }),
};
