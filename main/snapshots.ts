import fs from 'node:fs/promises';
import path from 'node:path';
import type { SnapshotBefore } from '../shared/ipc';
import type { Id } from '../shared/record/ids';
import { ok, type Refusal, type Result } from '../shared/result';
import { refuseErrno } from './errno';
import { journalName } from './journal-name';
import { keepSum, keptSum } from './journal-sum';
import { readLines } from './line-reading';
import { log } from './log';
import { copySnapshot, exists, namesIn, sessionsIn, snapshotsIn, thinOut } from './snapshot-folder';
import { sessionOfFolder, snapshotFolder, type NamedSnapshot } from './snapshot-name';
import { isWhole, type SnapshotOrder, type WrittenSnapshot } from './snapshot-writing';
import { timeAfter } from './time-name';

/** A snapshot is taken when so many entries, or so many milliseconds, have come since the last one. */
const ENTRIES = 200;
const MILLISECONDS = 60_000;
/**
 * A snapshot of a million lines takes seconds of a processor: before the next one of that session that comes by itself,
 * so many times as long is waited.
 */
const REST = 30;

/** The third copy of every record: `.gavel` files that are made of the journals, outside the browser's profile. */
export interface Snapshots {
  /** Hears of lines that were appended to a session's journal; takes a snapshot when it is time. */
  readonly heard: (session: Id, lines: readonly string[]) => void;
  /** Takes one now. Undefined where the session has no journal, so that there is nothing to take. */
  readonly take: (session: Id, before?: SnapshotBefore) => Promise<Result<NamedSnapshot | undefined>>;
  /** Hears that a session stays, of which one was taken before it was to be deleted. */
  readonly stays: (session: Id) => void;
  /** Takes one of every journal, one after the other. */
  readonly takeAll: (before: SnapshotBefore) => Promise<void>;
  /** Takes one of every journal that has changed since its newest: after a kill, or a quit that couldn't wait. */
  readonly catchUp: () => Promise<void>;
  /** The sessions that have some, each with its newest; with `whole`, with the newest that was read and found whole. */
  readonly newest: (how: { readonly whole: boolean }) => Promise<ReadonlyMap<Id, NamedSnapshot>>;
  /** The newest snapshot of a session that is whole: its entries' lines, in the order of a file. */
  readonly read: (session: Id) => Promise<Result<SnapshotReading | undefined>>;
  /** Takes what is due, and takes no more. */
  readonly close: () => Promise<void>;
}

/** What the work is given to: `writeSnapshot` itself, or a worker that calls it. */
export type WriteSnapshot = (order: SnapshotOrder) => Promise<Result<WrittenSnapshot>>;

/** What a snapshot holds. */
export interface SnapshotReading {
  readonly snapshot: NamedSnapshot;
  readonly lines: readonly string[];
}

interface Places {
  /** hears why one that was to come by itself did not */
  readonly refused: (why: Refusal) => void;
  /** where the journals are */
  readonly journals: string;
  /** where the snapshots go, in one folder for each session */
  readonly folder: string;
  /** another folder that gets a copy of each, as a person chose; undefined while none is chosen */
  readonly second: () => string | undefined;
}

/** Lines that have come to a session since its last snapshot. */
interface Due {
  lines: number;
  timer?: NodeJS.Timeout;
}

export function keepSnapshots({ journals, folder, second, refused }: Places, write: WriteSnapshot): Snapshots {
  const due = new Map<Id, Due>();
  /** when a session's next snapshot may come by itself, in milliseconds since the start: no clock that is put does that */
  const rests = new Map<Id, number>();
  /** files that were found whole since this start, by us writing or reading them */
  const whole = new Set<string>();
  /** sessions whose last snapshot was the one before they are deleted: a newer one would bring them back at the next start */
  const leaving = new Set<Id>();
  let turn: Promise<unknown> = Promise.resolve();

  function heard(session: Id, lines: readonly string[]): void {
    if (lines.length === 0) return;
    leaving.delete(session);
    const now = due.get(session) ?? { lines: 0 };
    now.lines += lines.length;
    due.set(session, now);
    const rest = (rests.get(session) ?? 0) - performance.now();
    if (lines.some(isAdjourned) || (now.lines >= ENTRIES && rest <= 0)) void automatic(session);
    else now.timer ??= setTimeout(() => void automatic(session), Math.max(MILLISECONDS, rest)).unref();
  }

  async function automatic(session: Id): Promise<void> {
    const taken = await take(session);
    if (taken.ok) return;
    log(taken.error);
    refused(taken.error);
  }

  function take(session: Id, before?: SnapshotBefore): Promise<Result<NamedSnapshot | undefined>> {
    clearTimeout(due.get(session)?.timer);
    due.delete(session);
    const mine = turn.then(() => taken(session, before));
    turn = mine.catch(() => undefined);
    return mine;
  }

  async function taken(session: Id, before: SnapshotBefore | undefined): Promise<Result<NamedSnapshot | undefined>> {
    const journal = path.join(journals, journalName(session));
    if (!(await exists(journal)) || (before === undefined && leaving.has(session))) return ok(undefined);
    const since = performance.now();
    const into = path.join(folder, snapshotFolder(session));
    const last = (await snapshotsIn(into)).at(-1);
    const time = timeAfter(last?.place ?? last?.at, Date.now());
    const written = await write({ journal, folder: into, ...time, ...(before && { before }) });
    rests.set(session, performance.now() + REST * (performance.now() - since));
    // a journal that was moved away meanwhile was deleted, and had its snapshot before that
    if (!written.ok) return (await exists(journal)) ? written : ok(undefined);
    if (before === 'delete') leaving.add(session);
    const { damaged, sum, ...snapshot } = written.value;
    // what is damaged must be found again at the next start, until it is mended
    if (damaged.length === 0) await keepSum(journal, sum);
    whole.add(path.join(into, snapshot.name));
    if (damaged.length > 0) log(`${journal}: no entries in lines ${damaged.join(', ')}; the snapshot is without them`);
    await thinOut(into);
    const other = second();
    if (other !== undefined)
      await copySnapshot(path.join(into, snapshot.name), path.join(other, snapshotFolder(session)));
    return ok(snapshot);
  }

  async function takeAll(before: SnapshotBefore): Promise<void> {
    for (const session of await sessionsIn(journals)) {
      const snapshot = await take(session, before);
      if (!snapshot.ok) log(snapshot.error);
    }
  }

  async function catchUp(): Promise<void> {
    for (const session of await sessionsIn(journals)) {
      const last = (await snapshotsIn(path.join(folder, snapshotFolder(session)))).at(-1);
      const journal = path.join(journals, journalName(session));
      const { size } = await fs.stat(journal);
      // not by their times: a clock may have been wrong, and put right
      if (last === undefined || (await keptSum(journal))?.size !== size) await automatic(session);
    }
  }

  async function isKnownWhole(file: string): Promise<boolean> {
    const is = whole.has(file) || (await isWhole(file));
    if (is) whole.add(file);
    else log(`${file}: damaged, and left where it is`);
    return is;
  }

  async function newestWhole(session: Id): Promise<NamedSnapshot | undefined> {
    const of = path.join(folder, snapshotFolder(session));
    for (const snapshot of (await snapshotsIn(of)).toReversed()) {
      if (await isKnownWhole(path.join(of, snapshot.name))) return snapshot;
    }
    return undefined;
  }

  async function newest({ whole: mustBeWhole }: { readonly whole: boolean }): Promise<ReadonlyMap<Id, NamedSnapshot>> {
    const found = new Map<Id, NamedSnapshot>();
    for (const session of (await namesIn(folder)).map(sessionOfFolder)) {
      if (session === undefined) continue;
      const snapshot = mustBeWhole
        ? await newestWhole(session)
        : (await snapshotsIn(path.join(folder, snapshotFolder(session)))).at(-1);
      if (snapshot !== undefined) found.set(session, snapshot);
    }
    return found;
  }

  async function read(session: Id): Promise<Result<SnapshotReading | undefined>> {
    const snapshot = await newestWhole(session);
    if (snapshot === undefined) return ok(undefined);
    const file = path.join(folder, snapshotFolder(session), snapshot.name);
    try {
      return ok({ snapshot, lines: (await readLines(file)).slice(1, -1) });
    } catch (error) {
      return refuseErrno(error, 'the snapshot can’t be read', file);
    }
  }

  return {
    heard,
    take,
    stays: (session) => void leaving.delete(session),
    takeAll,
    catchUp,
    newest,
    read,
    close: async () => {
      await Promise.all([...due.keys()].map(automatic));
      await turn;
    },
  };
}

/** The last line of a sitting: what was recorded until then is worth a snapshot at once. */
function isAdjourned(line: string): boolean {
  return line.includes('"kind":"session-adjourned"');
}
