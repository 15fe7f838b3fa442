import Dexie from 'dexie';
import type { RecordedDraft } from '../../shared/ipc';
import { lineOf } from '../../shared/record/canon';
import { laterId } from '../../shared/record/clock';
import { isKnown, type AnyEntry } from '../../shared/record/entry';
import type { Id, Instant } from '../../shared/record/ids';
import { sha256Of } from '../../shared/record/sha256';
import type { GavelDatabase } from './database';
import { dropRecorded } from './drafts';
import type { Merged, NewEntryRow, SessionRow } from './rows';

/** Canonical lines, or what makes them one by one where there are too many to hold them beside their entries. */
export interface Lines extends Iterable<string> {
  readonly length: number;
}

/** Entries on their way to both copies: as rows for the database and as lines for the journal. */
export interface Batch {
  readonly session: Id;
  /** none where the database has them already */
  readonly rows: readonly NewEntryRow[];
  readonly lines: Lines;
  /** hears how many rows of a large batch are stored so far; where it throws, none is */
  readonly told?: (done: number) => void;
  /** ends it until the last row is given: then none is stored. What is being committed can't be ended */
  readonly signal?: AbortSignal;
  /** these rows are merged into the session: those that came are noted with it, so that it can be undone */
  readonly merged?: Omit<Merged, keyof Stored>;
  /** the drafts that these entries were typed in: they are cleared in the same transaction */
  readonly drafts?: readonly RecordedDraft[];
}

export function batchOf(
  session: Id,
  entries: readonly AnyEntry[],
  draft?: RecordedDraft,
): Batch & { readonly lines: readonly string[] } {
  const lines = entries.map(lineOf);
  const rows = entries.map((entry, i) => ({ hash: sha256Of(lines[i] ?? ''), session, id: entry.id, entry }));
  return { session, rows, lines, ...(draft === undefined ? {} : { drafts: [draft] }) };
}

/** Entries of one step: hashing them takes a few milliseconds. */
const STEP = 500;

/** The same for a whole file: the page answers between two steps. `told` hears of them, and ends it where it throws. */
export async function batchInSteps(
  session: Id,
  entries: readonly AnyEntry[],
  { draft, told }: { readonly draft?: RecordedDraft; readonly told?: (done: number) => void } = {},
): Promise<Batch> {
  const rows: NewEntryRow[] = [];
  const lines: string[] = [];
  for (let from = 0; from < entries.length; from += STEP) {
    if (from > 0) {
      told?.(from);
      await new Promise((resolve) => setTimeout(resolve));
    }
    const step = batchOf(session, entries.slice(from, from + STEP));
    rows.push(...step.rows);
    lines.push(...step.lines);
  }
  return { session, rows, lines, ...(draft === undefined ? {} : { drafts: [draft] }) };
}

/** Entries that the database has already, for the journal. */
export function storedBatch(session: Id, entries: readonly AnyEntry[]): Batch {
  function* lines(): Generator<string, void> {
    for (const entry of entries) yield lineOf(entry);
  }
  return { session, rows: [], lines: { length: entries.length, [Symbol.iterator]: lines } };
}

/** Sequence numbers of rows that were stored without a gap. */
export interface Stored {
  readonly first: number;
  readonly last: number;
}

/** Rows of one bulkAdd: handing them to the database takes some 20 milliseconds, between two of which a key is heard. */
const CHUNK = 500;

/**
 * Stores a batch in one transaction: all of it or nothing. A line that is there already is left alone, so storing a
 * batch again changes nothing (a write that was not answered may have been done all the same). Answers undefined where
 * some of it was there.
 */
export async function storeBatch(database: GavelDatabase, batch: Batch, at: Instant): Promise<Stored | undefined> {
  const { entries, sessions, drafts } = database;
  const { signal, merged } = batch;
  signal?.throwIfAborted();
  return database.transaction('rw', entries, sessions, drafts, async (transaction) => {
    const abort = (): void => {
      transaction.abort();
    };
    signal?.addEventListener('abort', abort);
    const known = sessions.get(batch.session);
    const before = merged === undefined ? undefined : await lastSeq(entries);
    const cleared = Promise.all((batch.drafts ?? []).map((draft) => dropRecorded(database, draft)));
    let added = 0;
    let last = 0;
    for (let from = 0; from < batch.rows.length; from += CHUNK) {
      const chunk = batch.rows.slice(from, from + CHUNK);
      const stored = await addNew(entries, chunk);
      added += stored.added;
      last = stored.last;
      if (batch.rows.length > CHUNK) batch.told?.(Math.min(from + CHUNK, batch.rows.length));
    }
    await cleared;
    const stored = added === batch.rows.length && added > 0 ? { first: last - added + 1, last } : undefined;
    const row = sessionRow(await known, batch, added, at);
    const came = before === undefined ? undefined : { first: before + 1, last: await lastSeq(entries) };
    const isMerge = merged !== undefined && came !== undefined && came.last >= came.first;
    if (isMerge) await sessions.put({ ...row, merged: { ...merged, ...came } });
    else if (added > 0) await sessions.put(row);
    signal?.removeEventListener('abort', abort);
    return stored;
  });
}

/** The greatest sequence number: within a transaction, whatever is above it was added by it. */
async function lastSeq(entries: GavelDatabase['entries']): Promise<number> {
  const key = await entries.toCollection().lastKey();
  return typeof key === 'number' ? key : 0;
}

/** Adds the rows that are not there. A row whose hash is taken doesn't end the transaction; any other fault does. */
export async function addNew(
  table: GavelDatabase['entries'],
  rows: readonly NewEntryRow[],
): Promise<{ readonly added: number; readonly last: number }> {
  try {
    return { added: rows.length, last: await table.bulkAdd(rows) };
  } catch (error) {
    if (!(error instanceof Dexie.BulkError)) throw error;
    const other = error.failures.find((failure) => failure.name !== 'ConstraintError');
    if (other !== undefined) throw other;
    return { added: rows.length - error.failures.length, last: 0 };
  }
}

/** The session's row in the list, brought up to date with what was added. */
export function sessionRow(
  known: SessionRow | undefined,
  batch: { readonly session: Id; readonly rows: readonly Pick<NewEntryRow, 'id' | 'entry'>[] },
  added: number,
  at: Instant,
): SessionRow {
  let title = known?.title ?? 'Untitled';
  let last = known?.last;
  for (const { id, entry } of batch.rows) {
    if (isKnown(entry) && (entry.kind === 'session-opened' || entry.kind === 'session-amended')) title = entry.title;
    last = laterId(last, id);
  }
  return {
    ...known,
    id: batch.session,
    title,
    entries: (known?.entries ?? 0) + added,
    last: last ?? batch.session,
    stored: at,
  };
}
