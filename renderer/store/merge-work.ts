import type { AnyEntry } from '../../shared/record/entry';
import { toInstant, type Id } from '../../shared/record/ids';
import { ok, refuse, type Result } from '../../shared/result';
import { ask } from '../bridge/bridge';
import { batchInSteps, storeBatch, type Stored } from '../record/append';
import { databaseFault } from '../record/database';
import type { Work } from '../record/own-worker';
import { noteMerge } from '../record/take-back';
import { closedWords, kept } from './database';
import { readOnlyWords, recordedOf } from './read-only';
import { inTurn, showStoredEntries } from './record';
import { refreshSessions } from './sessions';
import { getState } from './store';
import { showWork } from './work';

/** What is merged into which session. */
interface Merging {
  readonly name: string;
  readonly into: Id;
  readonly entries: readonly AnyEntry[];
}

/**
 * Merges entries into the open session: the database takes them in one transaction, and then they are shown and the
 * journal gets them. Until that transaction is done it can be cancelled, and nothing of them is anywhere.
 */
export function mergeWork(merging: Merging): Work<Id> {
  let isCancelled = false;
  return {
    done: inTurn(() => merge(merging, () => isCancelled)),
    cancel: () => {
      isCancelled = true;
    },
  };
}

async function merge({ name, into, entries }: Merging, isCancelled: () => boolean): Promise<Result<Id | undefined>> {
  const refused = whyNot(name, into);
  if (refused !== undefined) return refused;
  const taken = await ask('snapshot-take', { session: into, before: 'merge' });
  if (!taken.ok) return refuse(`Nothing was merged: ${taken.error.message}.`, taken.error);
  const { database } = kept();
  const before = recordedOf(getState())?.session.latest ?? into;
  const told = (what: string) => (done: number) => {
    if (isCancelled()) throw new Error('cancelled');
    showWork(what, done, entries.length);
  };
  let stored: Stored | undefined;
  try {
    const batch = await batchInSteps(into, entries, { told: told(`Preparing ${name}`) });
    if (isCancelled()) return ok(undefined);
    stored = await storeBatch(database, { ...batch, told: told(`Merging ${name}`) }, toInstant(Date.now()));
  } catch (error) {
    if (isCancelled()) return ok(undefined);
    return refuse(`Nothing was merged: ${databaseFault(error)}. Try again in a while.`, { file: name });
  }
  await showStoredEntries(into, entries, stored);
  try {
    // where some of them were there, or this is not noted, they can only be struck
    if (stored !== undefined) await noteMerge(database, into, { name, ...stored, before });
    await refreshSessions();
  } catch {
    // the database is closed: the list is derived, and comes again when it is open
  }
  return ok(into);
}

/** Why nothing may be merged into a session just now. */
function whyNot(name: string, into: Id): Result<never> | undefined {
  const state = getState();
  if (recordedOf(state)?.id !== into) {
    const words = 'Nothing was merged: another session is open than the one that the file is of. Open the file again.';
    return refuse(words, { file: name });
  }
  const words = readOnlyWords(state) ?? closedWords();
  return words === undefined ? undefined : refuse(words, { file: name });
}
