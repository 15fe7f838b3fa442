import { isDay, isInstant, LAST_MOMENT, toInstant, type Day, type Instant } from '../record/ids';
import { inZone } from '../record/zone';

const MINUTE = 60_000;
const UNITS: Readonly<Record<string, number>> = { m: MINUTE, h: 60 * MINUTE, d: 1440 * MINUTE };
const DAY = 86_400_000;
/** Clocks of a room differ by so much, in milliseconds. */
const AHEAD = 60_000;

/** A length such as `20m`, `36h`, `7d`, in milliseconds. */
function lengthOf(typed: string): number | undefined {
  const [, count, unit] = /^(\d{1,6})([mhd])$/i.exec(typed) ?? [];
  const ms = Number(count) * (UNITS[(unit ?? '').toLowerCase()] ?? Number.NaN);
  return ms > 0 ? ms : undefined;
}

/** When something ends: so long after `from`, or with the last millisecond of a date in `zone` (an IANA name). */
export function endOf(typed: string, from: Instant, zone: string): Instant | undefined {
  const length = lengthOf(typed);
  if (length !== undefined) return instantAt(Date.parse(from) + length);
  return isDay(typed) ? instantAt(startOfNextDay(typed, zone) - 1) : undefined;
}

/** The date on which something is due: a date, or so long after `from`, as a date in `zone`. */
export function dayOf(typed: string, from: Instant, zone: string): Day | undefined {
  if (isDay(typed)) return typed;
  const length = lengthOf(typed);
  const at = length === undefined ? undefined : instantAt(Date.parse(from) + length);
  const day = at === undefined ? '' : inZone(at, zone).slice(0, 10);
  return isDay(day) ? day : undefined;
}

/** When something was said: an instant (`2024-07-25T09:26Z`, also with an offset), a local time without one, a date, or so long ago. */
export function saidAt(typed: string, now: number, zone: string): Instant | undefined {
  const length = lengthOf(typed);
  if (length !== undefined) return instantAt(now - length);
  if (isDay(typed)) return instantAt(utcOf(Date.parse(`${typed}T00:00:00.000Z`), zone));
  const [, day, time, offset] =
    /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d(?::\d\d(?:\.\d{1,3})?)?)(Z|[+-]\d\d:\d\d)?$/i.exec(typed) ?? [];
  if (day === undefined || time === undefined || !isDay(day)) return undefined;
  const at = Date.parse(`${day}T${time}${offset?.toUpperCase() ?? 'Z'}`);
  return instantAt(offset === undefined && !Number.isNaN(at) ? utcOf(at, zone) : at);
}

/** Whether a moment is later than now, by more than clocks of a room differ: nobody has said then what is recorded now. */
export function isYetToCome(at: Instant, now: number): boolean {
  return Date.parse(at) > now + AHEAD;
}

function instantAt(ms: number): Instant | undefined {
  if (Number.isNaN(ms) || ms < 0 || ms > LAST_MOMENT) return undefined;
  const at = toInstant(ms);
  return isInstant(at) ? at : undefined;
}

function startOfNextDay(day: Day, zone: string): number {
  return utcOf(Date.parse(`${day}T00:00:00.000Z`) + DAY, zone);
}

/**
 * The instant at which clocks in a zone come to show `wall` (given as if it were UTC). Where they do so twice, the
 * later; where they skip it, the moment of the skip. A day is therefore over when its clocks have left it for good.
 */
function utcOf(wall: number, zone: string): number {
  const candidates = [wall - DAY, wall + DAY].map((near) => wall - (wallClock(near, zone) - near));
  // clocks that are put back to `wall` showed it before: that is not the moment at which they come to it
  const reached = candidates.filter((at) => wallClock(at, zone) === wall && wallClock(at - 1, zone) < wall);
  if (reached.length > 0) return Math.max(...reached);
  // in a skip: by the offset before it one lands after, by the offset after it before
  return Math.min(...candidates.filter((at) => wallClock(at, zone) > wall));
}

/** What clocks show at an instant, as if it were UTC, in milliseconds. */
function wallClock(at: number, zone: string): number {
  return Date.parse(`${inZone(toInstant(at), zone).replace(' ', 'T')}Z`) + (at % 60_000);
}
