import type { NamedSnapshot } from './snapshot-name';

const NEWEST = 20;
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** Three days and the hour that runs, thirty days and the one that runs. */
const HOURS = 73;
const DAYS = 31;

/** What may be taken away: a snapshot with its size in bytes. */
export interface SizedSnapshot extends NamedSnapshot {
  readonly size: number;
}

/** The snapshots of one session may take so many bytes, but for the newest few of them. */
const ROOM = 1 << 30;
const ALWAYS = 3;

/**
 * Names of the snapshots of one session that are no longer needed. Kept are the 20 newest, the last of each hour of the
 * 73 hours that last had one, the last of each day of the 31 that last had one, and all that were taken before
 * something. Where these are large, older ones go first until they take less than 1 GiB, down to the three newest and
 * those taken before something.
 *
 * They are counted in the order in which they were taken, and never held against the clock: one that is years ahead
 * would make all of them old at once, and one snapshot that was taken by it would stand in front of all that follow.
 * Where the clock was put back a new hour and a new day begin, since one that begins at the same moment at each start
 * would have all starts in the same few hours. The first snapshot after that is kept with the last before it.
 */
export function superfluous(snapshots: readonly SizedSnapshot[]): readonly string[] {
  const newestFirst = snapshots.toSorted((a, b) => (a.name < b.name ? 1 : -1));
  let hours = 0;
  let days = 0;
  let automatic = 0;
  let taken = 0;
  return newestFirst.flatMap(({ name, at, before, size }, nth) => {
    const time = Date.parse(at);
    const [next = Infinity, last = -Infinity] = [newestFirst[nth - 1], newestFirst[nth + 1]].map(
      (one) => one && Date.parse(one.at),
    );
    const isLastOf = (span: number): boolean => next <= time || Math.floor(time / span) !== Math.floor(next / span);
    // with it goes what tells that the one before was the last
    const isFirstAfter = time <= last;
    if (isLastOf(HOUR)) hours += 1;
    if (isLastOf(DAY)) days += 1;
    if (before !== undefined) return [];
    automatic += 1;
    const isOfUse =
      automatic <= NEWEST ||
      ((isLastOf(HOUR) || isFirstAfter) && hours <= HOURS) ||
      ((isLastOf(DAY) || isFirstAfter) && days <= DAYS);
    if (!isOfUse) return [name];
    taken += size;
    return automatic > ALWAYS && taken > ROOM ? [name] : [];
  });
}
