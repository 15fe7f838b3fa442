/** A rectangle on the desktop, in device-independent pixels. */
export interface Bounds {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Where the window stood, kept as `window.json`. */
export interface WindowState {
  /** absent: let the system place it */
  readonly bounds?: Bounds;
  readonly maximised: boolean;
  /** per cent */
  readonly zoom: number;
}

export const MINIMUM = { width: 760, height: 480 } as const;
export const USUAL = { width: 1280, height: 800 } as const;
/** The steps of zooming, in per cent. */
const ZOOMS = [80, 90, 100, 110, 125, 150, 175, 200] as const;
/** So much of a window's top edge must be on a display that a hand can grasp it. */
const GRASP = 120;

/** Reads what `window.json` holds; anything unusable is at its default. */
export function readWindowState(value: unknown): WindowState {
  const fields = typeof value === 'object' && value !== null ? value : {};
  const bounds = 'bounds' in fields && isBounds(fields.bounds) ? fields.bounds : undefined;
  const zoom = 'zoom' in fields && typeof fields.zoom === 'number' ? clampZoom(fields.zoom) : 100;
  return { ...(bounds && { bounds }), maximised: 'maximised' in fields && fields.maximised === true, zoom };
}

/**
 * Bounds that can be seen and grasped on one of the displays: as they were if enough of the title shows, else centred
 * on the first display; never larger than the display, nor smaller than the smallest window.
 *
 * @param displays the work areas, the primary one first
 */
export function clampBounds(bounds: Bounds, displays: readonly Bounds[]): Bounds {
  for (const display of displays) {
    const fitted = { ...bounds, ...sizeOn(display, bounds) };
    if (graspable(fitted, display)) return fitted;
  }
  const [first] = displays;
  if (first === undefined) return bounds;
  const { width, height } = sizeOn(first, bounds);
  return {
    x: first.x + Math.max(0, Math.floor((first.width - width) / 2)),
    y: first.y + Math.max(0, Math.floor((first.height - height) / 2)),
    width,
    height,
  };
}

function sizeOn(display: Bounds, { width, height }: Bounds): Pick<Bounds, 'width' | 'height'> {
  return {
    width: Math.max(MINIMUM.width, Math.min(width, display.width)),
    height: Math.max(MINIMUM.height, Math.min(height, display.height)),
  };
}

/** The next step of zooming in the given direction, or back to 100. */
export function zoomStep(zoom: number, direction: 'in' | 'out' | 'reset'): number {
  if (direction === 'reset') return 100;
  const next = direction === 'in' ? ZOOMS.find((step) => step > zoom) : ZOOMS.findLast((step) => step < zoom);
  return next ?? clampZoom(zoom);
}

function graspable(bounds: Bounds, display: Bounds): boolean {
  const seen = Math.min(bounds.x + bounds.width, display.x + display.width) - Math.max(bounds.x, display.x);
  const inReach = bounds.y >= display.y && bounds.y < display.y + display.height - GRASP / 2;
  return seen >= GRASP && inReach;
}

function clampZoom(zoom: number): number {
  return Number.isFinite(zoom) ? Math.min(200, Math.max(80, Math.round(zoom))) : 100;
}

function isBounds(value: unknown): value is Bounds {
  if (typeof value !== 'object' || value === null) return false;
  const sides: readonly unknown[] = [
    'x' in value && value.x,
    'y' in value && value.y,
    'width' in value && value.width,
    'height' in value && value.height,
  ];
  return sides.every((side) => Number.isSafeInteger(side));
}
