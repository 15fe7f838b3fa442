import type { PositionStance } from '../../../shared/record/entry';
import type { Instant } from '../../../shared/record/ids';
import type { StanceStep } from '../../../shared/session/stances-over-time';

/** Where the moments of some steps stand, from 0 to 1, and the middles of the pauses that are drawn short. */
export interface Scale {
  readonly places: readonly number[];
  readonly pauses: readonly number[];
}

/** A gap that takes so much of what is to be shown would leave no room for what was said before and after it. */
const TOO_MUCH = 0.6;
/** In milliseconds. The quiet within a session, an hour at most, has its length. */
const LONG = 3_600_000;
/** What a pause takes instead. */
const SHORT = 0.06;
const MOST_PAUSES = 5;

/**
 * Places moments by their time. A position that is recorded a day or a year after the session is not to press the session
 * into one line: a long gap that takes most of the time is drawn short.
 */
export function stanceScale(moments: readonly Instant[]): Scale {
  const times = moments.map((at) => Date.parse(at));
  const gaps = times.slice(1).map((time, at) => time - (times[at] ?? time));
  const short = new Set<number>();
  let left = gaps.reduce((sum, gap) => sum + gap, 0);
  for (const at of [...gaps.keys()].sort((a, b) => (gaps[b] ?? 0) - (gaps[a] ?? 0))) {
    const gap = gaps[at] ?? 0;
    if (gap <= LONG || gap <= TOO_MUCH * left || gap === left || short.size === MOST_PAUSES) break;
    short.add(at);
    left -= gap;
  }
  const room = 1 - SHORT * short.size;
  const places = [0];
  const pauses: number[] = [];
  for (const [at, gap] of gaps.entries()) {
    const from = places[at] ?? 0;
    places.push(from + (short.has(at) ? SHORT : (room * gap) / Math.max(1, left)));
    if (short.has(at)) pauses.push(from + SHORT / 2);
  }
  return { places: places.slice(0, moments.length), pauses };
}

/** The most who held any of some answers at any moment, and one at least: a height to draw in. */
export function mostIn(steps: readonly StanceStep[], shown: readonly PositionStance[]): number {
  let most = 1;
  for (const { counts } of steps) for (const stance of shown) most = Math.max(most, counts[stance] ?? 0);
  return most;
}
