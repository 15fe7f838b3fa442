import Dexie from 'dexie';
import { compareSources, type Comparison } from '../../shared/file/sources';
import type { JournalReading, RecordedDraft, Snapshot } from '../../shared/ipc';
import { lineOf } from '../../shared/record/canon';
import { isId, toInstant, type Id } from '../../shared/record/ids';
import { refusalText, type Result } from '../../shared/result';
import { batchOf, storeBatch } from './append';
import { databaseFault, type GavelDatabase } from './database';
import { appendToJournal, listJournals, noteDrafts, readJournal, readSnapshot } from './journal';
import { readRows } from './read';
import { relist } from './sessions';

/** What was found and done when the copies of one session were compared and made alike. */
export interface Reconciled {
  readonly session: Id;
  /** its title in the list of sessions */
  readonly title: string;
  /** lines that the database lacked and has now */
  readonly replayed: number;
  /** half-typed texts that were recorded, as the journal told, and that the database has dropped now */
  readonly drafts: readonly RecordedDraft[];
  /** lines that the journal lacked and has now */
  readonly journaled: number;
  /** what was damaged and is whole again, or could not be done, in words */
  readonly mended: readonly string[];
  readonly troubles: readonly string[];
}

/** A session whose copies can't be made alike without loss or doubt: a person decides. */
export interface Disagreement {
  readonly session: Id;
  readonly comparison: Comparison;
  readonly database: ReadonlySet<string>;
  readonly journal: readonly string[];
  /** half-typed texts that lines of the journal came from */
  readonly drafts: readonly RecordedDraft[];
  readonly snapshot?: { readonly facts: Snapshot; readonly lines: readonly string[] };
}

export interface Reconciling {
  /** the sessions in which the copies differed, and are alike now */
  readonly done: readonly Reconciled[];
  readonly open: readonly Disagreement[];
}

/**
 * Compares each session with its journal: how many lines each has, and where that differs, where the journal is not what
 * it was, or where its newest snapshot has more than both, the lines. What the database lacks is replayed into it, what
 * the journal lacks is appended to it, and lines of the journal that were damaged are mended, as long as nothing is lost
 * by that; else the session is left as it is and answered as open. Chromium deletes a damaged database without a word;
 * an empty one beside full journals is the case this is for.
 */
export async function reconcile(database: GavelDatabase): Promise<Reconciling> {
  const listed = await listJournals();
  if (!listed.ok) throw new Error(refusalText(listed.error));
  const done: Reconciled[] = [];
  const open: Disagreement[] = [];
  for (const session of await sessionsToCompare(database, listed.value)) {
    try {
      const found = await compareSession(session, await databaseLines(database, session), listed.value);
      if (isClear(found)) {
        const made = await makeAlike(database, found);
        if (made.replayed + made.journaled + made.mended.length > 0) done.push(made);
      } else open.push(found);
    } catch (error) {
      const troubles = [databaseFault(error)];
      const title = await titleOf(database, session);
      done.push({ session, title, replayed: 0, drafts: [], journaled: 0, mended: [], troubles });
    }
  }
  return { done, open };
}

/** What journals and snapshots hold, where there is no database to compare them with. */
export async function journalsAlone(): Promise<readonly Disagreement[]> {
  const listed = valueOf(await listJournals());
  const sessions = new Set([...listed.journals, ...listed.snapshots].map(({ session }) => session).filter(isId));
  const found: Disagreement[] = [];
  for (const session of sessions) found.push(await compareSession(session, new Set(), listed));
  return found;
}

/** The sessions whose copies are not known to be alike. */
async function sessionsToCompare(database: GavelDatabase, kept: JournalReading): Promise<readonly Id[]> {
  const listed = new Map((await database.sessions.toArray()).map(({ id, entries }) => [id as string, entries]));
  const journals = new Map(kept.journals.map((journal) => [journal.session, journal]));
  const snapshots = new Map(kept.snapshots.map(({ session, entries }) => [session, entries]));
  const differ: Id[] = [];
  for (const session of new Set([...journals.keys(), ...snapshots.keys(), ...listed.keys()])) {
    if (!isId(session)) continue;
    const journal = journals.get(session);
    const counted = await countRows(database, session);
    const alike = counted === (journal?.lines ?? 0) && counted === (listed.get(session) ?? 0);
    if (!alike || journal?.changed === true || (snapshots.get(session) ?? 0) > counted) differ.push(session);
  }
  return differ;
}

function countRows(database: GavelDatabase, session: Id): Promise<number> {
  return database.entries.where('[session+seq]').between([session, Dexie.minKey], [session, Dexie.maxKey]).count();
}

/** Reads what the copies hold; a snapshot only where database and journal leave a doubt that it can settle. */
async function compareSession(session: Id, lines: ReadonlySet<string>, kept: JournalReading): Promise<Disagreement> {
  const { lines: journal, drafts = [] } = valueOf(await readJournal(session));
  const found = { session, database: lines, journal, drafts, comparison: compareSources({ database: lines, journal }) };
  const newest = kept.snapshots.find((snapshot) => snapshot.session === session);
  const { comparison } = found;
  const isDoubtful = comparison.damaged.length + comparison.toDatabase.length > 0;
  if (newest === undefined || !(isDoubtful || newest.entries > comparison.all.length)) return found;
  const read = valueOf(await readSnapshot(session));
  const [facts] = read.snapshots;
  if (facts === undefined) return found;
  const snapshot = { facts, lines: read.lines };
  return { ...found, snapshot, comparison: compareSources({ database: lines, journal, snapshot: read.lines }) };
}

/**
 * Whether nothing is lost or doubtful: no line is in the snapshot alone, but for those that were damaged in the journal,
 * and every damaged line is made up for.
 */
function isClear({ comparison: { damaged, snapshotOnly } }: Disagreement): boolean {
  return damaged.every(({ recovered }) => recovered) && snapshotOnly.length <= damaged.length;
}

/** Gives database and journal all lines of the comparison, and takes out of the journal what is damaged. */
export async function makeAlike(
  database: GavelDatabase,
  { session, comparison, drafts }: Disagreement,
): Promise<Reconciled> {
  const { toDatabase, toJournal, damaged } = comparison;
  const now = toInstant(Date.now());
  if (toDatabase.length > 0) await storeBatch(database, { ...batchOf(session, toDatabase), drafts }, now);
  await relist(database, session, comparison.all, now);
  await appendToJournal(session, toJournal, damaged.length === 0 ? undefined : damaged.map(({ text }) => text));
  if (drafts.length > 0) await noteDrafts(session, []);
  return {
    session,
    title: await titleOf(database, session),
    replayed: toDatabase.length,
    drafts,
    journaled: toJournal.length,
    mended: damaged.map(({ line, after }) => `line ${String(line)}${after === undefined ? '' : `, after ${after}`}`),
    troubles: [],
  };
}

async function titleOf(database: GavelDatabase, session: Id): Promise<string> {
  return (await database.sessions.get(session))?.title ?? session;
}

async function databaseLines(database: GavelDatabase, session: Id): Promise<ReadonlySet<string>> {
  const lines = new Set<string>();
  await readRows(database, session, 0, (rows) => {
    for (const { entry } of rows) lines.add(lineOf(entry));
  });
  return lines;
}

function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(refusalText(result.error));
  return result.value;
}
