import { writeFile } from '../../shared/file/write';
import { sha256Of } from '../../shared/record/sha256';
import type { Id } from '../../shared/record/ids';
import { ok, refuse, type Result } from '../../shared/result';
import { foldAll } from '../../shared/session/session';
import { ask } from '../bridge/bridge';
import { databaseFault } from '../record/database';
import { snapshotBefore } from '../record/snapshots';
import { journalsAlone, makeAlike, type Disagreement } from '../record/reconcile';
import { describe } from './copies';
import { isKept, kept } from './database';
import { showSession } from './open-session';
import { openLatest } from './open-latest';
import { getState, setState } from './store';

let disagreements: readonly Disagreement[] = [];

/** Copies that can't be made alike without loss: notes them, so that a person can look at them and decide. */
export function noteDisagreements(open: readonly Disagreement[]): void {
  disagreements = open;
  setState({
    recovery: {
      found: 'The copies of a record differ, and none of them has everything. Nothing was changed yet.',
      sessions: open.map(describe),
    },
  });
}

/** A database that doesn't open: what journals and snapshots hold without it. */
export async function noteClosedDatabase(why: string): Promise<void> {
  disagreements = await journalsAlone();
  setState({
    recovery: {
      found: `${why} Journals and snapshots are not touched by that.`,
      sessions: disagreements.map(describe),
    },
  });
}

/**
 * Gives every copy all lines that there are. A snapshot of what was there is taken first. A database that doesn't open
 * is moved aside, never deleted; the next start fills a new one from the journals.
 */
export async function restoreAll(): Promise<Result<true>> {
  if (!isKept()) return ask('window-act', { act: 'set-aside-database' });
  try {
    for (const disagreement of disagreements) {
      const { session, journal } = disagreement;
      if (journal.length > 0) {
        // a journal too damaged for a snapshot is kept whole by its mending
        await snapshotBefore('restore', session, journal.length);
      }
      await makeAlike(kept().database, disagreement);
    }
  } catch (error) {
    return refuse(`Not restored: ${databaseFault(error)}`);
  }
  disagreements = [];
  setState({ recovery: undefined });
  await openLatest();
  return ok(true);
}

/** Shows what was found, over everything else. False where nothing is open. */
export function showRecovery(): boolean {
  if (getState().recovery === undefined) return false;
  setState({ phase: 'recovery' });
  return true;
}

/** Shows what there is of a session, and changes nothing. */
export function lookAtCopies(session: Id): void {
  const disagreement = disagreements.find((each) => each.session === session);
  if (disagreement === undefined) return;
  showSession(session, foldAll(disagreement.comparison.all), true);
  setState({ phase: 'ready' });
}

/** Saves what there is of each session as a file, one after the other. Answers how many were saved. */
export async function exportAll(): Promise<Result<number>> {
  let saved = 0;
  for (const { session, comparison } of disagreements) {
    const title = getState().recovery?.sessions.find((each) => each.session === session)?.title ?? session;
    const answer = await ask('file-save', {
      suggestedName: `${title}.gavel`,
      text: writeFile(comparison.all, sha256Of),
    });
    if (!answer.ok) return answer;
    if (answer.value !== undefined) saved += 1;
  }
  return ok(saved);
}

/** Starts again with nothing: all that is kept is moved aside. */
export function startEmpty(): Promise<Result<true>> {
  return ask('window-act', { act: 'set-aside-everything' });
}
