import { z } from 'zod';
import { LIMITS } from '../limits.ts';
import { optionalText, requiredLine } from './text-fields.ts';

/** Row ids are SQLite row ids. */
export const idSchema = z.int().positive();

/** Milliseconds since 1970-01-01 UTC. */
export const timestampSchema = z.int().nonnegative();

export const SESSION_STATES = ['active', 'resolved', 'escalated'] as const;
export const sessionStateSchema = z.enum(SESSION_STATES);
export type SessionState = z.infer<typeof sessionStateSchema>;

/** Fields of work, so that a list of sessions can be told apart at a glance. */
export const DOMAINS = [
  'email',
  'identity',
  'network',
  'vpn',
  'printing',
  'backup',
  'workstation',
  'server',
  'application',
  'security',
  'hardware',
  'other',
] as const;
export const domainSchema = z.enum(DOMAINS);
export type Domain = z.infer<typeof domainSchema>;

/** Languages that the fixed sentences and the local drafter know. */
export const NOTE_LANGUAGES = ['en', 'de', 'fr', 'es'] as const;
export const noteLanguageSchema = z.enum(NOTE_LANGUAGES);
export type NoteLanguage = z.infer<typeof noteLanguageSchema>;

/** Why a session is escalated; `other` needs words. */
export const ESCALATION_REASONS = ['skill', 'access', 'time', 'vendor', 'policy', 'other'] as const;
export const escalationReasonSchema = z.enum(ESCALATION_REASONS);
export type EscalationReason = z.infer<typeof escalationReasonSchema>;

/** What the next engineer asks first. Null is a gap that the sheet shows; a note never mentions it. */
export const handOffSchema = z.object({
  /** Who or what is affected. */
  affected: z.string().nullable(),
  since: z.string().nullable(),
  impact: z.string().nullable(),
  priority: z.string().nullable(),
  escalation_reason: escalationReasonSchema.nullable(),
  escalation_note: z.string().nullable(),
  /** What was promised to the customer. */
  promised: z.string().nullable(),
  /** Whom to contact, and the best time for it. */
  contact: z.string().nullable(),
  next_owner: z.string().nullable(),
});
export type HandOff = z.infer<typeof handOffSchema>;
export const HAND_OFF_FIELDS = handOffSchema.keyof().options;
export type HandOffField = keyof HandOff;

export const titleSchema = requiredLine('The title', LIMITS.title);
export const intakeSchema = optionalText('The problem', LIMITS.intake);
export const summarySchema = optionalText('The summary', LIMITS.summary);

/** A ConnectWise ticket number as a person types it: `48213`, `#48213` or `CW #48213`; kept as digits. Empty means no ticket. */
export const ticketRefSchema = z
  .string()
  .max(LIMITS.ticket_ref, 'A ConnectWise ticket number has only digits, for example 48213.')
  .transform((raw) => raw.trim().replace(/^(cw)?\s*#?\s*/i, ''))
  .refine(
    (text) => text === '' || /^[1-9]\d{0,9}$/.test(text),
    'A ConnectWise ticket number has only digits, for example 48213. Leave it empty for a session without a ticket.',
  )
  .transform((text) => (text === '' ? null : text));

/** One piece of troubleshooting work. `state_version` advances with every write that a note could depend on. */
export const sessionSchema = z.object({
  id: idSchema,
  title: z.string(),
  /** The problem in one sentence, in the past tense; empty where nobody wrote it. */
  summary: z.string(),
  /** `summary` in the customer's words. */
  customer_summary: z.string().nullable(),
  /** The language that the notes are written in. */
  language: noteLanguageSchema,
  ...handOffSchema.shape,
  intake: z.string(),
  domain: domainSchema,
  ticket_ref: z.string().nullable(),
  state: sessionStateSchema,
  state_version: z.int().nonnegative(),
  created_at: timestampSchema,
  updated_at: timestampSchema,
  closed_at: timestampSchema.nullable(),
});
export type Session = z.infer<typeof sessionSchema>;

/** What the session list shows of a session. */
export const sessionListItemSchema = sessionSchema.pick({
  id: true,
  title: true,
  domain: true,
  ticket_ref: true,
  state: true,
  updated_at: true,
  closed_at: true,
});
export type SessionListItem = z.infer<typeof sessionListItemSchema>;
