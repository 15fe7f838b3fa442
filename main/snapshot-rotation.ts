import type { NamedSnapshot } from './snapshot-name';

const NEWEST = 20;
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const HOURLY_FOR = 3 * DAY;
const DAILY_FOR = 30 * DAY;

/** What may be taken away: a snapshot with its size in bytes. */
export interface SizedSnapshot extends NamedSnapshot {
  readonly size: number;
}

/** The snapshots of one session may take so many bytes, but for the newest few of them. */
const ROOM = 1 << 30;
const ALWAYS = 3;

/**
 * Names of the snapshots of one session that are no longer needed. Kept are the 20 newest, the last of each hour for
 * three days, the last of each day for thirty, and all that were taken before something. Where these are large, older
 * ones go first until they take less than 1 GiB, down to the three newest and those taken before something.
 */
export function superfluous(snapshots: readonly SizedSnapshot[], now: number): readonly string[] {
  const newestFirst = snapshots.toSorted((a, b) => (a.at < b.at ? 1 : -1));
  const hours = new Set<number>();
  const days = new Set<number>();
  let automatic = 0;
  let taken = 0;
  return newestFirst.flatMap(({ name, at, before, size }) => {
    const time = Date.parse(at);
    const isLastOfHour = isFirst(hours, Math.floor(time / HOUR));
    const isLastOfDay = isFirst(days, Math.floor(time / DAY));
    if (before !== undefined) return [];
    automatic += 1;
    const isDue =
      automatic <= NEWEST || (isLastOfHour && now - time < HOURLY_FOR) || (isLastOfDay && now - time < DAILY_FOR);
    if (!isDue) return [name];
    taken += size;
    return automatic > ALWAYS && taken > ROOM ? [name] : [];
  });
}

/** Whether a number is met for the first time. */
function isFirst(known: Set<number>, number: number): boolean {
  if (known.has(number)) return false;
  known.add(number);
  return true;
}
