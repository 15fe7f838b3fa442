import { toInstant, type Id } from '../../shared/record/ids';
import { addNew, sessionRow } from './append';
import type { GavelDatabase } from './database';
import { deleteRows } from './delete-rows';
import type { NewEntryRow, SessionRow } from './rows';

/**
 * A session on its way into the database, some rows at a time, so that what a person records meanwhile is stored between
 * two of them. It is there when it is in the list of sessions, which is written last; until then nobody reads its rows.
 */
export interface TakingIn {
  /** Stores the next rows in a transaction of their own; answers how the session stands now. */
  readonly store: (rows: readonly NewEntryRow[]) => Promise<TakenIn>;
}

/** A session all of whose rows are stored, and which is not in the list yet. */
export interface TakenIn {
  readonly row: SessionRow;
  /** the sequence number of its last row */
  readonly last: number;
}

/** Row in `meta` that stands there as long as a session is on its way, with when that began. */
const UNFINISHED = 'taking in ';

/** A session begins to be taken in that is not in the list. */
export async function beginTakingIn(database: GavelDatabase, session: Id): Promise<TakingIn> {
  const { entries, meta } = database;
  await takeBack(database, session);
  await meta.put({ key: UNFINISHED + session, value: Date.now() });
  let stands: TakenIn | undefined;
  return {
    store: async (rows) => {
      const { added, last } = await database.transaction('rw', entries, () => addNew(entries, rows));
      stands = {
        row: sessionRow(stands?.row, { session, rows }, added, toInstant(Date.now())),
        last: Math.max(stands?.last ?? 0, last),
      };
      return stands;
    },
  };
}

/** All of it is stored: puts the session into the list. */
export async function finishTakingIn(database: GavelDatabase, { row }: TakenIn): Promise<void> {
  const { sessions, meta } = database;
  await database.transaction('rw', sessions, meta, async () => {
    await sessions.put({ ...row, stored: toInstant(Date.now()) });
    await meta.delete(UNFINISHED + row.id);
  });
}

/** Takes back the sessions that were cancelled or broken on their way in, or by the end of the last run. */
export async function takeBackSessions(database: GavelDatabase): Promise<void> {
  const keys = await database.meta.where('key').startsWith(UNFINISHED).primaryKeys();
  for (const key of keys) {
    await takeBack(database, key.slice(UNFINISHED.length) as Id);
    await database.meta.delete(key);
  }
}

/** Deletes what is stored of a session that is not in the list, until a writer that was just ended has stored its last. */
async function takeBack(database: GavelDatabase, session: Id): Promise<void> {
  const { entries, sessions } = database;
  for (let gone = 1; gone > 0;) {
    gone = await database.transaction('rw', entries, sessions, async () =>
      (await sessions.get(session)) === undefined ? deleteRows(database, { session }) : 0,
    );
  }
}
