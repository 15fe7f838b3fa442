import type { AnyEntry } from '../../shared/record/entry';
import type { Id, Instant } from '../../shared/record/ids';
import { sessionRow } from './append';
import type { GavelDatabase } from './database';
import type { Lock, SessionRow } from './rows';

/** Every session kept here, the one that was last written to first. */
export async function listSessions(database: GavelDatabase): Promise<readonly SessionRow[]> {
  const rows = await database.sessions.toArray();
  return rows.sort((a, b) => (a.stored === b.stored ? 0 : a.stored > b.stored ? -1 : 1));
}

/** Makes a session's row in the list anew where that counts another number of entries than there are. */
export async function relist(
  database: GavelDatabase,
  session: Id,
  entries: readonly AnyEntry[],
  at: Instant,
): Promise<void> {
  const known = await database.sessions.get(session);
  if (known?.entries === entries.length || entries.length === 0) return;
  const rows = entries.map((entry) => ({ id: entry.id, entry }));
  const row = sessionRow(undefined, { session, rows }, entries.length, known?.stored ?? at);
  await database.sessions.put(known?.lock === undefined ? row : { ...row, lock: known.lock });
}

/** Corrects a title in the list: a strike or a merge may make another one stand than the one that came last. */
export async function retitle(database: GavelDatabase, session: Id, title: string): Promise<void> {
  await database.sessions.update(session, { title });
}

/** Locks sessions again that were locked in a database that is gone; what no longer is there stays away. */
export async function lockAgain(database: GavelDatabase, locked: readonly SessionRow[]): Promise<void> {
  for (const { id, lock } of locked) {
    const row = await database.sessions.get(id);
    if (row !== undefined && row.lock === undefined) await keepLock(database, id, lock);
  }
}

/** Keeps what a session was locked at, or forgets it. */
export async function keepLock(database: GavelDatabase, session: Id, lock: Lock | undefined): Promise<void> {
  const { sessions } = database;
  await database.transaction('rw', sessions, async () => {
    const row = await sessions.get(session);
    if (row === undefined) return;
    const { lock: _, ...open } = row;
    await sessions.put(lock === undefined ? open : { ...open, lock });
  });
}
