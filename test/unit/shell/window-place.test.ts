import { describe, expect, it } from 'vitest';
import {
  arrangementOf,
  type DisplayArea,
  isReachable,
  nearestPlace,
  type Rectangle,
} from '../../../electron/shell/window-place.ts';
import { placeFor, withPlace } from '../../../electron/shell/window-state.ts';

const MINIMUM = { width: 800, height: 560 };
const TASK_BAR = 40;

function display(bounds: Rectangle, scaleFactor = 1): DisplayArea {
  return {
    bounds,
    workArea: { ...bounds, height: bounds.height - TASK_BAR },
    scaleFactor,
  };
}

const laptop = display({ x: 0, y: 0, width: 1536, height: 864 }, 1.25);
const right = display({ x: 1536, y: -200, width: 2560, height: 1440 });
const left = display({ x: -1920, y: 0, width: 1920, height: 1080 });

const onRight = { x: 1700, y: 0, width: 1400, height: 1000 };
const standing = { maximized: false, fullscreen: false };

function isInside(place: Rectangle, { workArea }: DisplayArea): boolean {
  return (
    place.x >= workArea.x &&
    place.y >= workArea.y &&
    place.x + place.width <= workArea.x + workArea.width &&
    place.y + place.height <= workArea.y + workArea.height
  );
}

describe('where a window opens', () => {
  it('goes back to where it was on the same displays, in whatever order they are listed', () => {
    const places = withPlace({ places: [] }, [laptop, right], { ...onRight, ...standing });
    expect(placeFor({ places }, [right, laptop], MINIMUM)).toEqual({ ...onRight, ...standing });
  });

  it('comes to the display that is left when its own is gone, as large as fits there', () => {
    const places = withPlace({ places: [] }, [laptop, right], { ...onRight, ...standing });
    const place = placeFor({ places }, [laptop], MINIMUM);
    expect(place).toMatchObject({ width: 1400, height: 824 });
    expect(place && isInside(place, laptop)).toBe(true);
  });

  it('stays maximised or full screen when it has to move', () => {
    for (const how of [
      { maximized: true, fullscreen: false },
      { maximized: false, fullscreen: true },
    ]) {
      const places = withPlace({ places: [] }, [laptop, right], { ...onRight, ...how });
      expect(placeFor({ places }, [laptop], MINIMUM)).toMatchObject(how);
    }
  });

  it('keeps a place for each arrangement of displays', () => {
    const onLaptop = { x: 20, y: 20, width: 1000, height: 700, ...standing };
    let places = withPlace({ places: [] }, [laptop, right], { ...onRight, ...standing });
    places = withPlace({ places }, [laptop], onLaptop);
    expect(placeFor({ places }, [laptop, right], MINIMUM)).toMatchObject(onRight);
    expect(placeFor({ places }, [laptop], MINIMUM)).toEqual(onLaptop);
    // An unknown desk begins with the latest place.
    expect(placeFor({ places }, [laptop, left], MINIMUM)).toEqual(onLaptop);
  });

  it('forgets the arrangements not seen for long', () => {
    let places = withPlace({ places: [] }, [laptop], { ...onRight, ...standing });
    for (let width = 1_000; width < 1_020; width += 1) {
      places = withPlace({ places }, [display({ x: 0, y: 0, width, height: 900 })], {
        ...onRight,
        ...standing,
      });
    }
    expect(places).toHaveLength(8);
    expect(places.some(({ displays }) => displays === arrangementOf([laptop]))).toBe(false);
  });

  it('tells another scale factor from the same display', () => {
    expect(arrangementOf([laptop])).not.toBe(arrangementOf([{ ...laptop, scaleFactor: 1.5 }]));
  });

  it('fits a display whose scale factor has grown, and so holds less', () => {
    const full = { x: 0, y: 0, width: 1536, height: 824, ...standing };
    const places = withPlace({ places: [] }, [laptop], full);
    const larger = display({ x: 0, y: 0, width: 960, height: 540 }, 2);
    const place = placeFor({ places }, [larger], MINIMUM);
    expect(place).toMatchObject({ x: 0, y: 0, width: 960, height: 500 });
  });

  it('comes out from under a work area that has become smaller', () => {
    const low = { x: 100, y: 500, width: 900, height: 600 };
    const small = { ...laptop, workArea: { x: 0, y: 120, width: 1536, height: 560 } };
    const place = nearestPlace(low, [small], MINIMUM);
    expect(place).toEqual({ x: 100, y: 120, width: 900, height: 560 });
  });

  it('is never larger than the display, though the minimum is', () => {
    const tiny = display({ x: 0, y: 0, width: 640, height: 480 });
    const place = nearestPlace(onRight, [tiny], MINIMUM);
    expect(place).toEqual({ x: 0, y: 0, width: 640, height: 440 });
  });

  it('goes to the nearest of the displays that are left', () => {
    const gone = { x: 5_000, y: 100, width: 900, height: 600 };
    const place = nearestPlace(gone, [left, laptop, right], MINIMUM);
    expect(place && isInside(place, right)).toBe(true);
  });

  it('leaves a window that hangs over an edge where it was put', () => {
    const hanging = { x: -300, y: 50, width: 1_000, height: 700 };
    expect(isReachable(hanging, [laptop])).toBe(true);
    const places = withPlace({ places: [] }, [laptop], { ...hanging, ...standing });
    expect(placeFor({ places }, [laptop], MINIMUM)).toMatchObject(hanging);
  });

  it('fetches back a window whose title bar cannot be reached', () => {
    expect(isReachable({ x: 100, y: -200, width: 900, height: 700 }, [laptop])).toBe(false);
    expect(isReachable({ x: 1_500, y: 100, width: 900, height: 700 }, [laptop])).toBe(false);
  });

  it('says nothing where there is no display, or nothing kept', () => {
    expect(placeFor({ places: [] }, [laptop], MINIMUM)).toBeUndefined();
    expect(nearestPlace(onRight, [], MINIMUM)).toBeUndefined();
  });
});
