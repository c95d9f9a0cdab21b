import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import type { Theme } from '../../shared/domain/settings.ts';
import {
  arrangementOf,
  type DisplayArea,
  isReachable,
  nearestPlace,
  type Rectangle,
  type Size,
} from './window-place.ts';

/** How a window stood: its place when it is neither maximised nor full screen, and which it was. */
export interface WindowPlace extends Rectangle {
  readonly maximized: boolean;
  readonly fullscreen: boolean;
}

/** What is kept of the window between two runs. */
export interface WindowState {
  readonly theme: Theme;
  /** Chromium's zoom level: 0 is 100 %, each step is 20 % more or less. */
  readonly zoom: number;
  /** Whether spelling is checked; known before the settings are, for the page's process asks at once. */
  readonly spell_check: boolean;
  /** The place by arrangement of displays, the latest first. */
  readonly places: readonly { readonly displays: string; readonly place: WindowPlace }[];
}

export const FIRST_STATE: WindowState = {
  theme: 'system',
  zoom: 0,
  spell_check: false,
  places: [],
};

/** An office, a home, a meeting room, each with and without the second screen. */
const MOST_PLACES = 8;
/** As far as the menu zooms, either way. */
const MOST_ZOOM = 8;
/** Beyond this no desktop reaches. */
const MOST_PIXELS = 100_000;

/**
 * Where the window opens: where it was left on these displays, else as near as can be to where it was
 * last. Undefined where nothing is known or nothing can be seen; then it opens in the middle.
 */
export function placeFor(
  { places }: Pick<WindowState, 'places'>,
  displays: readonly DisplayArea[],
  minimum: Size,
): WindowPlace | undefined {
  const arrangement = arrangementOf(displays);
  const known = (places.find((one) => one.displays === arrangement) ?? places[0])?.place;
  if (known === undefined) return undefined;
  // A window that hangs over the edge of a display was put there by somebody.
  if (isReachable(known, displays)) return known;
  const nearest = nearestPlace(known, displays, minimum);
  return nearest && { ...nearest, maximized: known.maximized, fullscreen: known.fullscreen };
}

/** The places with the one of these displays put first; the ones not seen for long go. */
export function withPlace(
  { places }: Pick<WindowState, 'places'>,
  displays: readonly DisplayArea[],
  place: WindowPlace,
): WindowState['places'] {
  const arrangement = arrangementOf(displays);
  const others = places.filter((one) => one.displays !== arrangement);
  return [{ displays: arrangement, place }, ...others].slice(0, MOST_PLACES);
}

/**
 * The state as it was kept; what makes no sense of it is as at the first start. Read before anything
 * large is loaded, hence by hand: nothing but a window's look is at stake.
 */
export function readWindowState(file: string): WindowState {
  let kept: unknown;
  try {
    kept = JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return FIRST_STATE;
  }
  if (!isRecord(kept)) return FIRST_STATE;
  const { theme, zoom, spell_check, places } = kept;
  return {
    theme: isTheme(theme) ? theme : FIRST_STATE.theme,
    zoom: typeof zoom === 'number' && Math.abs(zoom) <= MOST_ZOOM ? zoom : FIRST_STATE.zoom,
    spell_check: spell_check === true,
    places: (Array.isArray(places) ? places : [oldPlace(kept)])
      .flatMap(readPlace)
      .slice(0, MOST_PLACES),
  };
}

/** Version 0.1.0 kept one place, whatever the displays, beside the theme. */
function oldPlace(place: Record<string, unknown>) {
  return { displays: '', place };
}

function readPlace(kept: unknown): WindowState['places'][number][] {
  if (!isRecord(kept) || typeof kept.displays !== 'string' || !isRecord(kept.place)) return [];
  const { x, y, width, height, maximized, fullscreen } = kept.place;
  if (!isPixels(x) || !isPixels(y) || !isPixels(width) || !isPixels(height)) return [];
  if (width <= 0 || height <= 0) return [];
  const place = { x, y, width, height, maximized: maximized === true };
  return [{ displays: kept.displays, place: { ...place, fullscreen: fullscreen === true } }];
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isPixels(value: unknown): value is number {
  return Number.isSafeInteger(value) && Math.abs(Number(value)) <= MOST_PIXELS;
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
