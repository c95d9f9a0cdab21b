import { AppError } from '../../../shared/errors.ts';
import { LIMITS } from '../../../shared/limits.ts';
import { type Attempt, attemptsFor, encodeWithin, fitWithin } from './scale.ts';

/** Reading a larger file would hold up the window, and no screenshot is so large. */
const LARGEST_FILE = 60_000_000;

const UNREADABLE = 'This picture cannot be read. PNG, JPEG, WebP and GIF can.';

/** A picture as it can be kept: small enough, and without what a camera writes beside it. */
export interface ReadyPicture {
  readonly media_type: 'image/png' | 'image/webp';
  /** Base64. */
  readonly data: string;
}

/**
 * Draws a picture anew at a size that is worth keeping. What stood beside it in the file, the place
 * where it was taken for example, does not come along.
 */
export async function makeReady(file: Blob): Promise<ReadyPicture> {
  if (file.size > LARGEST_FILE) {
    throw new AppError('INVALID_INPUT', 'This picture is larger than 60 MB. Cut out what matters.');
  }
  const bitmap = await createImageBitmap(file).catch(() => {
    throw new AppError('INVALID_INPUT', UNREADABLE);
  });
  try {
    const encoded = await encodeWithin(attemptsFor(file.type, LIMITS.image_bytes), (attempt) =>
      encode(bitmap, attempt),
    );
    if (encoded === undefined) throw new AppError('INVALID_INPUT', 'This picture is too large.');
    return {
      media_type: encoded.type === 'image/png' ? 'image/png' : 'image/webp',
      data: await toBase64(encoded),
    };
  } finally {
    bitmap.close();
  }
}

function encode(bitmap: ImageBitmap, { type, quality, edge }: Attempt): Promise<Blob> {
  const { width, height } = fitWithin(bitmap, edge);
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d');
  if (context === null) throw new AppError('INVALID_INPUT', UNREADABLE);
  context.imageSmoothingQuality = 'high';
  context.drawImage(bitmap, 0, 0, width, height);
  return canvas.convertToBlob({ type, quality });
}

function toBase64(blob: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result).replace(/^[^,]*,/, ''));
    reader.onerror = () => reject(new AppError('INVALID_INPUT', UNREADABLE));
    reader.readAsDataURL(blob);
  });
}

/** The picture behind base64, for drawing. The page may show no other images than its own files. */
export function readPicture(data: string, mediaType: string): Promise<ImageBitmap> {
  const bytes = Uint8Array.from(atob(data), (character) => character.charCodeAt(0));
  return createImageBitmap(new Blob([bytes], { type: mediaType }));
}
