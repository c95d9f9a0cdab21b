import { z } from 'zod';
import type { UpdateOffer } from '../../shared/domain/update.ts';
import { UpdateFault } from './faults.ts';

/** No version of this app comes near it; a manifest that says so is wrong. */
const LARGEST = 1_500_000_000;
const LONGEST_NOTES = 100_000;

/** Sixty-four bytes in base64, which is what the builder writes. */
const SHA512 = /^[A-Za-z0-9+/]{86}==$/;

const manifestSchema = z.object({
  version: z.string().max(60),
  files: z
    .array(
      z.object({
        url: z.string().min(1).max(2_000),
        sha512: z.string().regex(SHA512),
        size: z.int().positive().max(LARGEST),
      }),
    )
    .min(1)
    .max(50),
  releaseNotes: z.union([z.string(), z.array(z.object({ note: z.string().nullish() }))]).nullish(),
});

/** One file of a version. */
export interface OfferedFile {
  readonly url: string;
  /** base64 */
  readonly sha512: string;
  readonly size: number;
}

export interface Manifest {
  readonly offer: UpdateOffer;
  readonly files: readonly OfferedFile[];
}

/**
 * Reads what the feed says of its newest version. A file without a checksum or a size is refused: both
 * are what a download is held to. `ending` chooses the file whose size is told.
 */
export function readManifest(given: unknown, ending: string): Manifest {
  const read = manifestSchema.safeParse(given);
  if (!read.success) throw new UpdateFault('feed_broken', { cause: read.error });
  const { version, files, releaseNotes } = read.data;
  const file = files.find(({ url }) => url.toLowerCase().endsWith(ending)) ?? files[0];
  return {
    offer: { version, size: file?.size ?? 0, notes: notesOf(releaseNotes) },
    files,
  };
}

function notesOf(given: z.infer<typeof manifestSchema>['releaseNotes']): string | null {
  const text = Array.isArray(given) ? given.map(({ note }) => note ?? '').join('\n\n') : given;
  const plain = (text ?? '')
    .slice(0, LONGEST_NOTES)
    .replace(/<[^<>]*>/g, '')
    .trim();
  return plain === '' ? null : plain;
}
