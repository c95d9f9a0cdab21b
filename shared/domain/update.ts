import { z } from 'zod';
import { timestampSchema } from './session.ts';

export const UPDATE_CHANNELS = ['stable', 'beta'] as const;
export const updateChannelSchema = z.enum(UPDATE_CHANNELS);
export type UpdateChannel = z.infer<typeof updateChannelSchema>;

/** A newer version, as its feed tells of it. */
export const updateOfferSchema = z.object({
  version: z.string(),
  /** Bytes to fetch at most; less where parts of the installed version can be used again. */
  size: z.int().nonnegative(),
  /** What is new in it, as the changelog writes it. Text of the feed: shown, never run. */
  notes: z.string().nullable(),
});
export type UpdateOffer = z.infer<typeof updateOfferSchema>;

/** `ready`: fetched and verified, and installed only on the technician's word. */
export const updatePhaseSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('idle') }),
  z.object({ kind: z.literal('up_to_date') }),
  z.object({ kind: z.literal('available'), offer: updateOfferSchema }),
  z.object({
    kind: z.literal('downloading'),
    offer: updateOfferSchema,
    bytes: z.int().nonnegative(),
    percent: z.int().min(0).max(100),
  }),
  z.object({ kind: z.literal('ready'), offer: updateOfferSchema }),
  z.object({ kind: z.literal('installing'), offer: updateOfferSchema }),
]);
export type UpdatePhase = z.infer<typeof updatePhaseSchema>;

/** What the screen shows of updates. */
export const updateStatusSchema = z.object({
  current_version: z.string(),
  /** Why this installation is updated by hand, and where to get the new version; null where it does it itself. */
  by_hand: z.object({ words: z.string(), link: z.string().nullable() }).nullable(),
  /** False where nothing says where to look for updates. */
  can_check: z.boolean(),
  /** A check runs; the phase stays what it was meanwhile. */
  checking: z.boolean(),
  /** When a check last came to its end. */
  checked_at: timestampSchema.nullable(),
  phase: updatePhaseSchema,
  /** What went wrong last, in words; null once something went well. */
  problem: z
    .object({ during: z.enum(['check', 'download', 'install']), words: z.string() })
    .nullable(),
});
export type UpdateStatus = z.infer<typeof updateStatusSchema>;
