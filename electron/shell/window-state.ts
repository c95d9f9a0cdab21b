import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import type { Theme } from '../../shared/domain/settings.ts';

/** Where a window was left, in screen pixels, and in which theme. */
export interface WindowState {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly maximized: boolean;
  readonly theme: Theme;
}

/**
 * The state as it was kept, or undefined where there is none that makes sense. Read before anything
 * large is loaded, hence by hand: nothing but a window's place is at stake.
 */
export function readWindowState(
  file: string,
  minimum: { readonly width: number; readonly height: number },
): WindowState | undefined {
  try {
    const { x, y, width, height, maximized, theme } = JSON.parse(readFileSync(file, 'utf8'));
    const isPlace =
      [x, y, width, height].every(Number.isSafeInteger) &&
      width >= minimum.width &&
      height >= minimum.height;
    return isPlace
      ? {
          x,
          y,
          width,
          height,
          maximized: maximized === true,
          theme: isTheme(theme) ? theme : 'system',
        }
      : undefined;
  } catch {
    return undefined;
  }
}

function isTheme(value: unknown): value is Theme {
  return value === 'light' || value === 'dark' || value === 'system';
}

/** Keeps the state. A place that cannot be written is not worth a word to anybody. */
export function writeWindowState(file: string, state: WindowState): void {
  const partial = `${file}.partial`;
  try {
    writeFileSync(partial, JSON.stringify(state));
    renameSync(partial, file);
  } catch {
    // The next window opens where the last one that could be kept was.
  }
}
