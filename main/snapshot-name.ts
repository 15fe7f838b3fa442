import { SNAPSHOT_BEFORE, type SnapshotBefore } from '../shared/ipc';
import { isId, isInstant, type Id, type Instant } from '../shared/record/ids';

/** What a snapshot's name tells, so that a folder of them can be read without opening one. */
export interface SnapshotFacts {
  /** when it was begun */
  readonly at: Instant;
  readonly entries: number;
  /** what it was taken before: such a one is kept for good */
  readonly before?: SnapshotBefore;
}

/** A snapshot in its folder. */
export interface NamedSnapshot extends SnapshotFacts {
  readonly name: string;
}

const NAME = /^(.{24})-(\d+)(?:-before-([a-z]+))?\.gavel$/;

/** `2026-11-27T10_00_00.000Z-1234-before-merge.gavel`: names sort by time, and hold nothing that Windows refuses. */
export function snapshotName({ at, entries, before }: SnapshotFacts): string {
  return `${plain(at)}-${String(entries)}${before === undefined ? '' : `-before-${before}`}.gavel`;
}

/** The facts in a name; undefined for any other file. */
export function readSnapshotName(name: string): NamedSnapshot | undefined {
  const [, at, entries, words] = NAME.exec(name) ?? [];
  const instant = at?.replaceAll('_', ':');
  if (instant === undefined || !isInstant(instant)) return undefined;
  const before = SNAPSHOT_BEFORE.find((each) => each === words);
  if (words !== undefined && before === undefined) return undefined;
  return { name, at: instant, entries: Number(entries), ...(before && { before }) };
}

/** The folder of a session's snapshots, within the folder of all. */
export function snapshotFolder(session: Id): string {
  return plain(session);
}

/** The session whose snapshots a folder of that name holds. */
export function sessionOfFolder(name: string): Id | undefined {
  const session = name.replaceAll('_', ':');
  return isId(session) ? session : undefined;
}

function plain(text: string): string {
  return text.replaceAll(':', '_');
}
