import type { IMAGE_TYPES } from '../../../shared/domain/attachment.ts';

type ImageType = (typeof IMAGE_TYPES)[number];

/** More than this Claude does not look at, and a screenshot stays readable. */
export const LONGEST_EDGE = 1_568;

/** A PNG keeps letters sharp; beyond this size it is not worth it. */
const PNG_WELCOME = 1_200_000;

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** The size with the same proportions whose long edge is at most `edge`; never larger, never empty. */
export function fitWithin({ width, height }: Size, edge: number): Size {
  const factor = Math.min(1, edge / Math.max(width, height, 1));
  const scaled = (length: number) => Math.max(1, Math.round(length * factor));
  return { width: scaled(width), height: scaled(height) };
}

/** One way to write a picture down, and up to how many bytes its result is taken. */
export interface Attempt {
  readonly type: ImageType;
  readonly quality: number;
  readonly edge: number;
  readonly atMost: number;
}

/**
 * The ways to write a picture down, best first: a screenshot as PNG where that is small, else as
 * WebP with less and less detail, then smaller. What was a photograph already is none the sharper as PNG.
 */
export function attemptsFor(sourceType: string, limit: number): readonly Attempt[] {
  const isPhotograph = /^image\/(jpe?g|heic|avif)$/.test(sourceType);
  const png: Attempt = {
    type: 'image/png',
    quality: 1,
    edge: LONGEST_EDGE,
    atMost: Math.min(limit, PNG_WELCOME),
  };
  const lossy = [0.9, 0.8, 0.6].map((quality) => ({ quality, edge: LONGEST_EDGE }));
  const smaller = [1_024, 640].map((edge) => ({ quality: 0.7, edge }));
  return [
    ...(isPhotograph ? [] : [png]),
    ...[...lossy, ...smaller].map(
      (way) => ({ type: 'image/webp', atMost: limit, ...way }) as const,
    ),
  ];
}

/** A picture as it was written down. */
export interface Encoded {
  /** What it became: an encoder that lacks a type answers with PNG. */
  readonly type: string;
  readonly size: number;
}

/** Tries one way after the other; undefined where none of them is small enough. */
export async function encodeWithin<Result extends Encoded>(
  attempts: readonly Attempt[],
  encode: (attempt: Attempt) => Promise<Result>,
): Promise<Result | undefined> {
  for (const attempt of attempts) {
    const result = await encode(attempt);
    if (result.type === attempt.type && result.size <= attempt.atMost) return result;
  }
  return undefined;
}
