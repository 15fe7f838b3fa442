import { LAST_MOMENT, toInstant, type Id, type Writer } from './ids';

const COUNTERS = 36 ** 3;
const DAY = 86_400_000;

/**
 * The next reading of the hybrid logical clock (Kulkarni, Demirbas and others, "Logical Physical Clocks", 2014).
 * It is greater than `latest`, the greatest id seen in the session, whatever the wall clock `now` (milliseconds) says;
 * a full counter carries into the millisecond.
 */
export function nextId(latest: Id | undefined, now: number, writer: Writer): Id {
  if (latest === undefined) return reading(now, 0, writer);
  const seen = Date.parse(latest.slice(0, 24));
  if (now > seen) return reading(now, 0, writer);
  const counter = Number.parseInt(latest.slice(25, 28), 36) + 1;
  return counter < COUNTERS ? reading(seen, counter, writer) : reading(seen + 1, 0, writer);
}

/** A reading as an id. Throws after the year 9999, which an id can't say. */
export function reading(ms: number, counter: number, writer: Writer): Id {
  const instant = toInstant(ms);
  if (instant.length !== 24) throw new RangeError(`no entry can be made at ${instant}`);
  return `${instant}-${counter.toString(36).padStart(3, '0')}-${writer}` as Id;
}

/** True for an id of the last day that an id can say: a record that holds one can't be gone on with, only read. */
export function isLastDay(id: Id): boolean {
  return isDayAhead(id, LAST_MOMENT - 2 * DAY);
}

/** The greater of two ids; byte order is record order. */
export function laterId(a: Id | undefined, b: Id): Id {
  return a === undefined || b > a ? b : a;
}

/** True for an entry from more than a day ahead of our clock: refused at import until a person accepts it. */
export function isDayAhead(id: Id, now: number): boolean {
  return Date.parse(id.slice(0, 24)) > now + DAY;
}
