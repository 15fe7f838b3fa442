import type { Snapshot } from '../../shared/ipc';
import type { Id } from '../../shared/record/ids';
import { ask } from '../bridge/bridge';

/**
 * The newest snapshot that was read and found whole: of a session, or, without one, of any. Undefined where there is
 * none, or where the shell can't tell.
 */
export async function newestSnapshot(session: Id | undefined): Promise<Snapshot | undefined> {
  const kept = await ask('journal-read', { whole: true });
  if (!kept.ok) return undefined;
  return kept.value.snapshots
    .filter((snapshot) => session === undefined || snapshot.session === session)
    .reduce<Snapshot | undefined>(
      (newest, one) => (newest === undefined || one.at > newest.at ? one : newest),
      undefined,
    );
}
