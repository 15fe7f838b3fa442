import { lineOf } from '../../shared/record/canon';
import type { AnyEntry } from '../../shared/record/entry';
import { ok, type Result } from '../../shared/result';
import { ask } from '../bridge/bridge';
import type { GavelDatabase } from './database';
import { deleteRows } from './delete-rows';
import type { SessionRow } from './rows';

/** The entries that the last merge into a session brought. */
export async function mergedEntries(database: GavelDatabase, { id, merged }: SessionRow): Promise<readonly AnyEntry[]> {
  if (merged === undefined) return [];
  const { first, last } = merged;
  const rows = await database.entries.where('[session+seq]').between([id, first], [id, last], true, true).toArray();
  return rows.map(({ entry }) => entry);
}

/**
 * Takes what the last merge brought out of both copies: out of the journal first, since the database gets back what the
 * journal has. One transaction for the database, which `signal` ends.
 */
export async function takeBackMerged(
  database: GavelDatabase,
  { id, merged }: SessionRow,
  entries: readonly AnyEntry[],
  signal: AbortSignal,
): Promise<Result<true>> {
  const taken = await ask('journal-append', { session: id, lines: [], mend: entries.map(lineOf) });
  if (!taken.ok) return taken;
  if (merged === undefined) return ok(true);
  signal.throwIfAborted();
  await database.transaction('rw', database.entries, database.sessions, async (transaction) => {
    const abort = (): void => {
      transaction.abort();
    };
    signal.addEventListener('abort', abort);
    const row = await database.sessions.get(id);
    const gone = await deleteRows(database, { session: id, first: merged.first, last: merged.last });
    if (row === undefined) return;
    const { merged: _, ...kept } = row;
    await database.sessions.put({ ...kept, entries: row.entries - gone, last: merged.before });
    signal.removeEventListener('abort', abort);
  });
  return ok(true);
}
