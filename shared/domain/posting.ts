import { z } from 'zod';
import { ERROR_CODES } from '../errors.ts';
import { noteKindSchema } from './note.ts';
import { idSchema, timestampSchema } from './session.ts';

/**
 * Where the posting of a note to a ticket stands. Each is on disk before the step that it names is taken.
 * `queued`: waits for the network. `asking`: the ticket changed meanwhile. `prepared`: all is written
 * down, nothing sent. `note_sending`: sent, or about to be. `note_unknown`: sent, and neither an answer
 * nor a note on the ticket. `note_posted`: on the ticket, not yet read back.
 */
export const WRITE_BACK_STAGES = [
  'queued',
  'asking',
  'prepared',
  'note_sending',
  'note_unknown',
  'note_posted',
  'note_verified',
  'status_sending',
  'status_unverified',
  'done',
  'cancelled',
] as const;
export const writeBackStageSchema = z.enum(WRITE_BACK_STAGES);
export type WriteBackStage = z.infer<typeof writeBackStageSchema>;

/** In which views of the ticket a note stands. Customers see discussion and resolution. */
export const noteFlagsSchema = z.object({
  discussion: z.boolean(),
  internal: z.boolean(),
  resolution: z.boolean(),
});

/**
 * How a status came not to be the wanted one. `refused`: the system said no. `ignored`: it said yes, and
 * the old status stayed. `overridden`: another one stands there. `not_asked`: it could not be asked.
 * `unknown`: nobody could look.
 */
export const STATUS_FAILURES = [
  'refused',
  'ignored',
  'overridden',
  'not_asked',
  'unknown',
] as const;
export type StatusFailure = (typeof STATUS_FAILURES)[number];

/** `details` of a `PSA_STATUS_NOT_VERIFIED`. */
export const statusNotVerifiedSchema = z.object({
  wanted: z.string(),
  /** Null where the ticket could not be read. */
  actual: z.string().nullable(),
  how: z.enum(STATUS_FAILURES),
  note_id: idSchema,
  ticket_id: idSchema,
  /** In the system's own words, where it said any. */
  reason: z.string().nullable(),
});
export type StatusNotVerified = z.infer<typeof statusNotVerifiedSchema>;

/** One step of a posting as it is taken, in words. */
export const postingProgressSchema = z.object({
  session_id: idSchema,
  kind: noteKindSchema,
  step: z.enum([
    'reading_ticket',
    'posting_note',
    'looking_for_note',
    'reading_note_back',
    'changing_status',
    'verifying_status',
    'closing_session',
  ]),
  words: z.string(),
});
export type PostingProgress = z.infer<typeof postingProgressSchema>;

/** An error as it was told, kept with the posting that it stopped. */
export const postingProblemSchema = z.object({
  code: z.enum(ERROR_CODES),
  message: z.string(),
  details: z.record(z.string(), z.unknown()).optional(),
});

/** What the technician can say after `PSA_OUTCOME_UNKNOWN`, or where a note was stored otherwise than sent. */
export const POSTING_DECISIONS = ['look_again', 'post_again', 'give_up', 'accept_note'] as const;
export const postingDecisionSchema = z.enum(POSTING_DECISIONS);
export type PostingDecision = z.infer<typeof postingDecisionSchema>;

/** What can be done with a posting that is not finished. */
export const outboxActionSchema = z.enum([
  'retry',
  'close_anyway',
  'cancel',
  'send',
  ...POSTING_DECISIONS,
]);
export type OutboxAction = z.infer<typeof outboxActionSchema>;

/** A posting that is not finished. */
export const outboxItemSchema = z.object({
  session_id: idSchema,
  session_title: z.string(),
  kind: noteKindSchema,
  ticket_id: idSchema,
  /** `CW #48213` */
  ticket_ref: z.string(),
  stage: writeBackStageSchema,
  /** A step of it is being taken at this moment. */
  running: z.boolean(),
  markdown: z.string(),
  reference: z.string(),
  note_id: idSchema.nullable(),
  /** The status that the ticket is to get; null where none is set, or not known yet. */
  target_status: z.string().nullable(),
  /** What stopped it. For `asking` its message says what changed. */
  problem: postingProblemSchema.nullable(),
  actions: z.array(outboxActionSchema).readonly(),
  created_at: timestampSchema,
  updated_at: timestampSchema,
});
export type OutboxItem = z.infer<typeof outboxItemSchema>;

const namedSchema = z.object({ id: idSchema, name: z.string() });

/** What `Confirm & post` would do now: where the note goes, who sees it, what becomes of the ticket. */
export const postingPlanSchema = z.object({
  session_id: idSchema,
  kind: noteKindSchema,
  /** Why the note stays on this machine; null where it goes to a ticket. */
  local_because: z.enum(['no_ticket', 'not_connected']).nullable(),
  audience: z.enum(['customer', 'internal']),
  flags: noteFlagsSchema,
  /** The sign the posted note ends with, `7F3K-2QX`; null where nothing is posted. */
  reference: z.string().nullable(),
  /** `CW #48213` */
  ticket_ref: z.string().nullable(),
  /** Null for a local note, and where the ticket could not be read. */
  ticket: z
    .object({
      id: idSchema,
      summary: z.string(),
      company: z.string().nullable(),
      contact: z.string().nullable(),
      board: namedSchema,
      status: namedSchema,
      closed: z.boolean(),
      url: z.string(),
      read_at: timestampSchema,
    })
    .nullable(),
  /** Why notes must not go to this ticket. */
  refusal: z.string().nullable(),
  target_status: namedSchema.extend({ closed: z.boolean().nullable() }).nullable(),
  /** Why the status stays as it is. */
  status_transition_skipped_reason: z.string().nullable(),
  /** What the technician should know before: the ticket is closed already, the status is gone. */
  warnings: z.array(z.string()).readonly(),
  /** Why the ticket could not be read. */
  problem: postingProblemSchema.nullable(),
});
export type PostingPlan = z.infer<typeof postingPlanSchema>;

/** What of a {@link PostingPlan} was on the screen when the technician confirmed: it is that, or nothing. */
export const shownPlanSchema = z.object({
  ticket_id: idSchema,
  /** Null where the status was to stay, or was not known. */
  target_status_id: idSchema.nullable(),
  flags: noteFlagsSchema,
});
export type ShownPlan = z.infer<typeof shownPlanSchema>;

/** A verified status that was another one at the second look. */
export const statusChangedLaterSchema = z.object({
  session_id: idSchema,
  ticket_id: idSchema,
  wanted: z.string(),
  actual: z.string(),
  words: z.string(),
});
export type StatusChangedLater = z.infer<typeof statusChangedLaterSchema>;
