import Dexie, { type Collection } from 'dexie';
import type { Id } from '../../shared/record/ids';
import type { GavelDatabase } from './database';
import type { EntryRow, NewEntryRow } from './rows';

/** Rows of one reading: the page answers between two of them. */
const CHUNK = 2_000;
/** Readings that are under way at once: the database reads on while the page takes what came. */
const AHEAD = 6;
/** Of the rows from a session's first to its last, so many must be its own to read them all in one go. */
const DENSE = 0.5;

/**
 * Hands over a session's rows above a sequence number, in order of arrival, chunk by chunk. Answers the last number
 * read. Reading by the primary key is two to three times as fast as through an index, so where the session's rows
 * stand close together (it was recorded or imported in one go) they are read like that.
 */
export async function readRows(
  database: GavelDatabase,
  session: Id,
  above: number,
  take: (rows: readonly EntryRow[]) => void,
): Promise<number> {
  const [[first], [last], row] = await Promise.all([
    rowsAbove(database, session, above).limit(1).primaryKeys(),
    rowsAbove(database, session, above).reverse().limit(1).primaryKeys(),
    above === 0 ? database.sessions.get(session) : undefined,
  ]);
  if (first === undefined || last === undefined) return above;
  const own = row?.entries ?? 0;
  if (own < DENSE * (last - first)) return readByIndex(database, session, above, take);
  await readByKey(database, first, last, (rows) => {
    take(rows.filter((row) => row.session === session));
  });
  return last;
}

async function readByKey(
  database: GavelDatabase,
  first: number,
  last: number,
  take: (rows: readonly EntryRow[]) => void,
): Promise<void> {
  const chunk = (from: number): Promise<readonly EntryRow[]> =>
    database.entries
      .where('seq')
      .between(from, Math.min(from + CHUNK - 1, last), true, true)
      .toArray();
  const reading: Promise<readonly EntryRow[]>[] = [];
  let next = first;
  while (next <= last || reading.length > 0) {
    while (next <= last && reading.length < AHEAD) {
      reading.push(chunk(next));
      next += CHUNK;
    }
    const rows = await reading.shift();
    if (rows !== undefined) take(rows);
  }
}

async function readByIndex(
  database: GavelDatabase,
  session: Id,
  above: number,
  take: (rows: readonly EntryRow[]) => void,
): Promise<number> {
  let last = above;
  for (;;) {
    const rows = await rowsAbove(database, session, last).limit(CHUNK).toArray();
    last = rows.at(-1)?.seq ?? last;
    take(rows);
    if (rows.length < CHUNK) return last;
  }
}

function rowsAbove(database: GavelDatabase, session: Id, seq: number): Collection<EntryRow, number, NewEntryRow> {
  return database.entries.where('[session+seq]').between([session, seq], [session, Dexie.maxKey], false, true);
}
