import { useEffect, useRef, useState } from 'react';
import type { Attachment } from '../../../shared/domain/attachment.ts';
import { useAttachment } from '../../bridge/queries.ts';
import { classesOf } from '../../ui/class-names.ts';
import { readPicture } from './make-ready.ts';
import styles from './pictures.module.css';
import { fitWithin } from './scale.ts';

const css = classesOf(styles);

interface PictureProps {
  readonly picture: Attachment;
  /** Longest edge in CSS pixels. */
  readonly edge: number;
}

/**
 * A picture of the session. It is drawn rather than loaded: the page may load no images but its own
 * files, and so no address in any text can ever become one.
 */
export function Picture({ picture, edge }: PictureProps) {
  const { data: held, error } = useAttachment(picture.id);
  const canvas = useRef<HTMLCanvasElement>(null);
  const [broken, setBroken] = useState(false);
  useEffect(() => {
    if (held === undefined) return;
    let left = false;
    const draw = async () => {
      const bitmap = await readPicture(held.data, picture.media_type);
      if (!left && canvas.current !== null) drawInto(canvas.current, bitmap, edge);
      bitmap.close();
    };
    draw().catch(() => setBroken(true));
    return () => {
      left = true;
    };
  }, [held, picture.media_type, edge]);
  if (broken || error) return <span className={css('broken')}>Picture cannot be shown</span>;
  return (
    <canvas
      ref={canvas}
      role="img"
      aria-label={picture.name}
      width={1}
      height={1}
      className={css('canvas')}
    />
  );
}

function drawInto(canvas: HTMLCanvasElement, bitmap: ImageBitmap, edge: number): void {
  const shown = fitWithin(bitmap, edge);
  const drawn = fitWithin(bitmap, edge * window.devicePixelRatio);
  canvas.width = drawn.width;
  canvas.height = drawn.height;
  canvas.style.width = `${shown.width}px`;
  const context = canvas.getContext('2d');
  if (context === null) return;
  context.imageSmoothingQuality = 'high';
  context.drawImage(bitmap, 0, 0, drawn.width, drawn.height);
}
