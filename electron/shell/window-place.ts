/** A rectangle of the desktop in Electron's scaled pixels. */
export interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Of a display, what decides where a window can be. `workArea` is without task bar and menu bar. */
export interface DisplayArea {
  readonly bounds: Rectangle;
  readonly workArea: Rectangle;
  readonly scaleFactor: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** So much of a title bar has to be in reach for a window to be dragged. */
const REACH = { width: 160, height: 32 };

/**
 * The displays at hand, as one word: the same desk gives the same word, whatever order the system
 * lists its displays in.
 */
export function arrangementOf(displays: readonly DisplayArea[]): string {
  return displays
    .map(({ bounds: { x, y, width, height }, scaleFactor }) =>
      [x, y, width, height, scaleFactor].join(','),
    )
    .sort()
    .join(' ');
}

/** Whether the window's upper edge is in reach on one of the displays, and most of it in sight. */
export function isReachable(place: Rectangle, displays: readonly DisplayArea[]): boolean {
  const edge = { ...place, height: Math.min(place.height, REACH.height) };
  const total = place.width * place.height;
  const seen = displays.reduce((sum, { workArea }) => sum + overlap(place, workArea), 0);
  const isHeld = displays.some(({ workArea }) => {
    const { width, height } = intersection(edge, workArea);
    return width >= Math.min(REACH.width, place.width) && height >= edge.height / 2;
  });
  return isHeld && seen * 2 >= total;
}

/**
 * The place nearest to the wanted one that lies wholly on a display: as large as was wanted and as
 * fits there, never smaller than `minimum` where the display allows. Undefined where there is no
 * display at all, for then nobody sees a window anyway.
 */
export function nearestPlace(
  wanted: Rectangle,
  displays: readonly DisplayArea[],
  minimum: Size,
): Rectangle | undefined {
  const area = nearestDisplay(wanted, displays)?.workArea;
  if (area === undefined) return undefined;
  const width = Math.min(Math.max(wanted.width, minimum.width), area.width);
  const height = Math.min(Math.max(wanted.height, minimum.height), area.height);
  return {
    x: Math.round(clamp(wanted.x, area.x, area.x + area.width - width)),
    y: Math.round(clamp(wanted.y, area.y, area.y + area.height - height)),
    width: Math.round(width),
    height: Math.round(height),
  };
}

/** The display that shows most of it, else the one that is the shortest way off. */
function nearestDisplay(
  place: Rectangle,
  displays: readonly DisplayArea[],
): DisplayArea | undefined {
  return [...displays].sort(
    (a, b) =>
      overlap(place, b.workArea) - overlap(place, a.workArea) ||
      distance(place, a.workArea) - distance(place, b.workArea),
  )[0];
}

function intersection(a: Rectangle, b: Rectangle): Size {
  return {
    width: Math.max(0, Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x)),
    height: Math.max(0, Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y)),
  };
}

function overlap(a: Rectangle, b: Rectangle): number {
  const { width, height } = intersection(a, b);
  return width * height;
}

/** From the middle of the one to the nearest point of the other. */
function distance(place: Rectangle, area: Rectangle): number {
  const x = place.x + place.width / 2;
  const y = place.y + place.height / 2;
  return Math.hypot(
    x - clamp(x, area.x, area.x + area.width),
    y - clamp(y, area.y, area.y + area.height),
  );
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), Math.max(least, most));
}
