import { z } from 'zod';
import { idSchema, timestampSchema } from './session.ts';

/** Pictures that Claude can look at too. */
export const IMAGE_TYPES = ['image/png', 'image/jpeg', 'image/webp', 'image/gif'] as const;
export const imageTypeSchema = z.enum(IMAGE_TYPES);

/**
 * Evidence as it was pasted: a picture, or the output of a check or a script. It belongs to the
 * message, fact or script that it came with; to none while its message is not sent yet.
 */
export const attachmentSchema = z.object({
  id: idSchema,
  session_id: idSchema,
  message_id: idSchema.nullable(),
  fact_id: idSchema.nullable(),
  script_id: idSchema.nullable(),
  kind: z.enum(['image', 'text']),
  name: z.string(),
  media_type: z.string(),
  /** Bytes. */
  size: z.int().nonnegative(),
  created_at: timestampSchema,
});
export type Attachment = z.infer<typeof attachmentSchema>;
