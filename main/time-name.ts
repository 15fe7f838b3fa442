import { isInstant, toInstant, type Instant } from '../shared/record/ids';

/** A time in a file's name: it sorts as the time does, and holds nothing that Windows refuses. */
export function nameOfTime(time: Instant): string {
  return time.replaceAll(':', '_');
}

/** The time that a name is made of, or begins with; undefined where it doesn't. */
export function timeInName(name: string): Instant | undefined {
  const time = name.slice(0, 24).replaceAll('_', ':');
  return isInstant(time) ? time : undefined;
}

/**
 * When something is begun that is to sort after `last`, whatever the clock says; `place` is what it stands at where the
 * clock is behind that.
 */
export function timeAfter(last: Instant | undefined, now: number): { readonly at: Instant; readonly place?: Instant } {
  const at = toInstant(now);
  return last === undefined || last < at ? { at } : { at, place: toInstant(Date.parse(last) + 1) };
}
