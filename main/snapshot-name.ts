import { SNAPSHOT_BEFORE, type SnapshotBefore } from '../shared/ipc';
import { isId, type Id, type Instant } from '../shared/record/ids';
import { nameOfTime, timeInName } from './time-name';

/** What a snapshot's name tells, so that a folder of them can be read without opening one. */
export interface SnapshotFacts {
  /** when it was begun, by the clock */
  readonly at: Instant;
  /** where the clock was behind the one before: what it stands at instead, so that it comes after that one */
  readonly place?: Instant;
  readonly entries: number;
  /** what it was taken before: such a one is kept for good */
  readonly before?: SnapshotBefore;
}

/** A snapshot in its folder. */
export interface NamedSnapshot extends SnapshotFacts {
  readonly name: string;
}

const NAME = /^(.{24})-(\d+)(?:-at-(.{24}))?(?:-before-([a-z]+))?\.gavel$/;

/**
 * `2026-11-27T10_00_00.000Z-1234-before-merge.gavel`: names sort in the order in which they were taken, and hold nothing
 * that Windows refuses. Where the clock was put back, `-at-` tells what it said.
 */
export function snapshotName({ at, place, entries, before }: SnapshotFacts): string {
  const words = [
    nameOfTime(place ?? at),
    String(entries),
    ...(place === undefined ? [] : ['at', nameOfTime(at)]),
    ...(before === undefined ? [] : ['before', before]),
  ];
  return `${words.join('-')}.gavel`;
}

/** The facts in a name; undefined for any other file. */
export function readSnapshotName(name: string): NamedSnapshot | undefined {
  const [, first, entries, clock, words] = NAME.exec(name) ?? [];
  const place = timeInName(first ?? '');
  const at = clock === undefined ? place : timeInName(clock);
  if (place === undefined || at === undefined) return undefined;
  const before = SNAPSHOT_BEFORE.find((each) => each === words);
  if (words !== undefined && before === undefined) return undefined;
  return { name, at, ...(clock !== undefined && { place }), entries: Number(entries), ...(before && { before }) };
}

/** The folder of a session's snapshots, within the folder of all. */
export function snapshotFolder(session: Id): string {
  return session.replaceAll(':', '_');
}

/** The session whose snapshots a folder of that name holds. */
export function sessionOfFolder(name: string): Id | undefined {
  const session = name.replaceAll('_', ':');
  return isId(session) ? session : undefined;
}
