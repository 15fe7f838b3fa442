import Dexie from 'dexie';
import type { Id } from '../../shared/record/ids';
import type { GavelDatabase } from './database';
import type { EntryRow } from './rows';

/** Rows of one reading: the page answers between two of them. */
const CHUNK = 5_000;

/**
 * Hands over a session's rows above a sequence number, in order of arrival, chunk by chunk; while one is taken the next
 * is read already. Answers the last number read.
 */
export async function readRows(
  database: GavelDatabase,
  session: Id,
  above: number,
  take: (rows: readonly EntryRow[]) => void,
): Promise<number> {
  let last = above;
  let reading = chunkAbove(database, session, last);
  for (;;) {
    const rows = await reading;
    const end = rows.at(-1);
    if (end === undefined) return last;
    last = end.seq;
    const more = rows.length === CHUNK;
    if (more) reading = chunkAbove(database, session, last);
    take(rows);
    if (!more) return last;
  }
}

function chunkAbove(database: GavelDatabase, session: Id, seq: number): Promise<readonly EntryRow[]> {
  return database.entries
    .where('[session+seq]')
    .between([session, seq], [session, Dexie.maxKey], false, true)
    .limit(CHUNK)
    .toArray();
}
