import { z } from 'zod';
import { factRoleSchema, sourceTypeSchema } from './fact.ts';
import { handOffSchema, idSchema, timestampSchema } from './session.ts';
import { fixOutcomeSchema } from './suggested-fix.ts';

/** What the copilot proposes is nothing but a proposal until the technician confirms it. */
export const PROPOSAL_STATES = ['open', 'confirmed', 'rejected'] as const;
export const proposalStateSchema = z.enum(PROPOSAL_STATES);
export type ProposalState = z.infer<typeof proposalStateSchema>;

/** A fact that stands among the facts as `proposed`; confirming or removing it decides the proposal. */
export const factProposalSchema = z.object({
  kind: z.literal('fact'),
  fact_id: idSchema,
  /** The words as they were proposed; the fact may have been reworded since. */
  text: z.string(),
  source_type: sourceTypeSchema,
  role: factRoleSchema,
  customer_wording: z.string().nullable(),
  /** Names, numbers and paths in the words that stand nowhere in this session. */
  unsupported: z.array(z.string()).readonly(),
});

/** A check to run; it stands in the list of checks. Done it is confirmed, dropped it is rejected. */
export const checkProposalSchema = z.object({
  kind: z.literal('check'),
  check_id: idSchema,
  instruction: z.string(),
});

/** Confirmed by suggesting it as it stands or reworded; only then does it supersede the active fix. */
export const fixProposalSchema = z.object({
  kind: z.literal('fix'),
  title: z.string(),
  description: z.string(),
  confidence: z.int().min(0).max(100),
  unsupported: z.array(z.string()).readonly(),
});

/** Confirmed by filling in the template. Secret parameters are never among the values. */
export const scriptProposalSchema = z.object({
  kind: z.literal('script'),
  template_key: z.string(),
  template_name: z.string(),
  values: z.record(z.string(), z.string()),
  /** Why this script now, in a sentence. */
  reason: z.string(),
});

/** What seems to have come of a fix; confirmed by recording it. */
export const outcomeProposalSchema = z.object({
  kind: z.literal('outcome'),
  fix_id: idSchema,
  fix_title: z.string(),
  outcome: fixOutcomeSchema,
  note: z.string().nullable(),
  /** What was done, in the past tense. */
  done: z.string().nullable(),
  /** What caused the problem, in one line. */
  cause: z.string().nullable(),
  unsupported: z.array(z.string()).readonly(),
});

/** The problem in one sentence; confirmed by saving it as the session's summary. */
export const summaryProposalSchema = z.object({
  kind: z.literal('summary'),
  summary: z.string(),
  customer_summary: z.string().nullable(),
  unsupported: z.array(z.string()).readonly(),
});

/** Hand-off fields that the record answers; confirmed by saving them, each as it is or reworded. */
export const handOffProposalSchema = z.object({
  kind: z.literal('hand_off'),
  fields: z
    .array(z.object({ field: handOffSchema.keyof(), value: z.string() }))
    .min(1)
    .readonly(),
  unsupported: z.array(z.string()).readonly(),
});

export const proposedSchema = z.discriminatedUnion('kind', [
  factProposalSchema,
  checkProposalSchema,
  fixProposalSchema,
  scriptProposalSchema,
  outcomeProposalSchema,
  summaryProposalSchema,
  handOffProposalSchema,
]);
export type Proposed = z.infer<typeof proposedSchema>;
export type ProposalKind = Proposed['kind'];

export const proposalSchema = z.object({
  id: idSchema,
  session_id: idSchema,
  /** The answer of the copilot that it came with. */
  message_id: idSchema,
  state: proposalStateSchema,
  proposed: proposedSchema,
  created_at: timestampSchema,
});
export type Proposal = z.infer<typeof proposalSchema>;
