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
  await database.sessions.put(sessionRow(undefined, { session, rows }, entries.length, known?.stored ?? at));
}

/** Corrects a title in the list: a strike or a merge may make another one stand than the one that came last. */
export async function retitle(database: GavelDatabase, session: Id, title: string): Promise<void> {
  await database.sessions.update(session, { title });
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
