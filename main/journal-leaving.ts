import path from 'node:path';
import type { Id } from '../shared/record/ids';
import type { Result } from '../shared/result';
import type { Journals } from './journal';
import type { Snapshots } from './snapshots';

/**
 * Takes a last snapshot of a session that is to be deleted, then moves its journal into `deleted/`: answers where it
 * lies. Where either is refused, the session stays as any other.
 */
export async function moveDeleted(
  {
    dataFolder,
    journals,
    snapshots,
  }: { readonly dataFolder: string; readonly journals: Journals; readonly snapshots: Snapshots },
  session: Id,
): Promise<Result<string>> {
  const taken = await snapshots.take(session, 'delete');
  if (!taken.ok) return taken;
  const moved = await journals.moveAway(session, path.join(dataFolder, 'deleted'));
  if (!moved.ok) snapshots.stays(session);
  return moved;
}
