import type { Requests, Snapshot, SnapshotBefore } from '../../shared/ipc';
import type { Id } from '../../shared/record/ids';
import { refuse } from '../../shared/result';
import { ask } from '../bridge/bridge';
import { whileAwaited } from './patience';
import { patienceFor } from './retry';

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

/**
 * Has the shell take a snapshot of a session of so many lines before something, and waits for it no longer than they may
 * take, and than `signal` allows.
 */
export async function snapshotBefore(
  before: SnapshotBefore,
  session: Id,
  lines: number,
  signal?: AbortSignal,
): Promise<Requests['snapshot-take']['answer']> {
  const patience = patienceFor(lines);
  const taken = await whileAwaited(ask('snapshot-take', { session, before }), patience, signal);
  if (taken !== undefined) return taken;
  const waited = `${String(Math.round(patience / 1_000))} seconds`;
  return refuse(
    `the snapshot that is taken before was not answered for ${waited}. Try again in a while; if that does not help, quit and start Gavel again`,
  );
}
