import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { runs } from '../shared/testing/runs';
import { clampBounds, MINIMUM, readWindowState, zoomStep } from './window-state';

const laptop = { x: 0, y: 0, width: 1366, height: 768 };
const second = { x: 1366, y: -200, width: 1920, height: 1080 };

describe('a window opens', () => {
  test('where it stood, on whichever display', () => {
    for (const bounds of [
      { x: 100, y: 50, width: 1000, height: 600 },
      { x: 2000, y: -150, width: 1200, height: 800 },
    ]) {
      expect(clampBounds(bounds, [laptop, second])).toEqual(bounds);
    }
  });

  test('centred on the first display where its own is gone', () => {
    expect(clampBounds({ x: 2000, y: -150, width: 1200, height: 700 }, [laptop])).toEqual({
      x: 83,
      y: 34,
      width: 1200,
      height: 700,
    });
  });

  test('no larger than its display, and no smaller than it may be', () => {
    expect(clampBounds({ x: 0, y: 0, width: 5000, height: 5000 }, [laptop])).toEqual(laptop);
    expect(clampBounds({ x: 0, y: 0, width: 1, height: -5 }, [laptop])).toEqual({ x: 0, y: 0, ...MINIMUM });
  });

  test('so that a hand can grasp it, whatever was kept', () => {
    const side = fc.integer({ min: -10_000, max: 10_000 });
    fc.assert(
      fc.property(fc.record({ x: side, y: side, width: side, height: side }), (bounds) => {
        const { x, y, width, height } = clampBounds(bounds, [laptop, second]);
        const reached = [laptop, second].some(
          (display) =>
            Math.min(x + width, display.x + display.width) - Math.max(x, display.x) >= 120 &&
            y >= display.y &&
            y < display.y + display.height,
        );
        expect(reached).toBe(true);
        expect(width).toBeGreaterThanOrEqual(MINIMUM.width);
        expect(height).toBeGreaterThanOrEqual(MINIMUM.height);
      }),
      { numRuns: runs },
    );
  });
});

describe('window.json', () => {
  test('is read back as it was', () => {
    const state = { bounds: { x: 1, y: 2, width: 800, height: 600 }, maximised: true, zoom: 125 };
    expect(readWindowState(JSON.parse(JSON.stringify(state)))).toEqual(state);
  });

  test('costs nothing where it is nonsense', () => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        expect(readWindowState(value).zoom).toBeGreaterThanOrEqual(80);
      }),
      { numRuns: runs },
    );
    expect(readWindowState({ bounds: { x: 1, y: 2, width: '800', height: 600 }, zoom: 1e9, maximised: 1 })).toEqual({
      maximised: false,
      zoom: 200,
    });
  });
});

test('zoom goes up and down in steps, from 80 to 200 per cent', () => {
  expect(zoomStep(100, 'in')).toBe(110);
  expect(zoomStep(100, 'out')).toBe(90);
  expect(zoomStep(200, 'in')).toBe(200);
  expect(zoomStep(80, 'out')).toBe(80);
  expect(zoomStep(97, 'in')).toBe(100);
  expect(zoomStep(175, 'reset')).toBe(100);
});
