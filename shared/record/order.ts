import { instantOf, toMilliseconds, type Instant } from './ids';
import type { AnyEntry } from './entry';

/** When an entry counts: when it was said, else when it was recorded. Before and after a call go by this. */
export function timeOf(entry: AnyEntry): Instant {
  return entry.said === undefined ? instantOf(entry.id) : toMilliseconds(entry.said);
}

/** Order by (time, id). */
export function byTime(a: AnyEntry, b: AnyEntry): number {
  // an id begins with its time
  if (a.said === undefined && b.said === undefined) return byId(a, b);
  const x = timeOf(a);
  const y = timeOf(b);
  if (x !== y) return x < y ? -1 : 1;
  return byId(a, b);
}

/** Record order: byte order of the ids. */
export function byId(a: AnyEntry, b: AnyEntry): number {
  return a.id === b.id ? 0 : a.id < b.id ? -1 : 1;
}
