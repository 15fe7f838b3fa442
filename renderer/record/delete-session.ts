import type { Id } from '../../shared/record/ids';
import { ok, type Result } from '../../shared/result';
import type { GavelDatabase } from './database';
import { deleteRows } from './delete-rows';
import { snapshotBefore } from './snapshots';

/**
 * Deletes a session of so many lines: the shell takes a snapshot and moves its journal away, then its rows go in one
 * transaction. Where that is interrupted between the two, or the shell answers too late, the next start makes the journal
 * anew from the rows. Answers where the journal lies, which brings the session back when it is opened.
 */
export async function deleteSession(database: GavelDatabase, session: Id, lines: number): Promise<Result<string>> {
  const moved = await snapshotBefore('delete', session, lines);
  if (!moved.ok) return moved;
  const { entries, sessions, mails, bodies, drafts } = database;
  await database.transaction('rw', entries, sessions, mails, bodies, drafts, async () => {
    await deleteRows(database, { session });
    for (const table of [mails, bodies]) {
      await table.where('[session+id+copy]').between([session], [session, []]).delete();
    }
    await drafts.filter(({ key }) => isDraftOf(key, session)).delete();
    await sessions.delete(session);
  });
  return ok(moved.value.deleted ?? '');
}

/** Whether half-typed text belongs to a session: its key names what it is and then the session. */
export function isDraftOf(key: string, session: Id): boolean {
  return key.split(' ')[1] === session;
}
