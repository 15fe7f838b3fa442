import type { AnyEntry } from '../../shared/record/entry';
import { toInstant, type Id } from '../../shared/record/ids';
import { ok, refuse, type Result } from '../../shared/result';
import type { Session } from '../../shared/session/session';
import { batchInSteps, storeBatch, type Stored } from '../record/append';
import { databaseFault } from '../record/database';
import { newTo } from '../record/import';
import type { Work } from '../record/own-worker';
import { whileHeard } from '../record/patience';
import { snapshotBefore } from '../record/snapshots';
import { closedWords, kept } from './database';
import { inSteps } from './in-steps';
import { readOnlyWords, recordedOf } from './read-only';
import { inTurn, showStoredEntries } from './record';
import { refreshSessions } from './sessions';
import { getState, setState } from './store';
import { showWork } from './work';

/** What is merged into which session. */
interface Merging {
  readonly name: string;
  readonly into: Id;
  readonly entries: readonly AnyEntry[];
}

/** Milliseconds after which a person is told that something takes its time. */
const QUIET = 400;

/** Why it was ended, where a person did. */
const CANCELLED = 'cancelled';

/**
 * Merges entries into the open session: the database takes them in one transaction, and then they are shown and the
 * journal gets them. Until that transaction is committed it can be cancelled, and nothing of them is anywhere. Whoever
 * records meanwhile waits, but not for a shell or a database that doesn't answer. Answers what came in: what the session
 * has meanwhile is left out.
 */
export function mergeWork(merging: Merging): Work<readonly AnyEntry[]> {
  const ended = new AbortController();
  return {
    done: inTurn(() => merge(merging, ended)),
    cancel: () => {
      ended.abort(CANCELLED);
    },
  };
}

async function merge(planned: Merging, ended: AbortController): Promise<Result<readonly AnyEntry[] | undefined>> {
  const { name, into } = planned;
  const open = openToMerge(name, into);
  if (!open.ok) return open;
  const entries = await inSteps(newTo(open.value, planned.entries));
  if (entries.length === 0) return ok(entries);
  const merging = { name, into, entries };
  const taken = await snapshotOf(into, open.value.entries.size, ended.signal);
  if (ended.signal.aborted) return ok(undefined);
  if (!taken.ok) {
    const { message, ...where } = taken.error;
    return refuse(`Nothing was merged: ${message}.`, { file: name, ...where });
  }
  let stored: Stored | undefined | 'silent';
  try {
    stored = await store(merging, ended);
  } catch (error) {
    const { signal } = ended;
    if (signal.aborted && signal.reason === CANCELLED) return ok(undefined);
    const why = databaseFault(signal.aborted ? signal.reason : error);
    return refuse(`Nothing was merged: ${why}. Try again in a while.`, { file: name });
  }
  if (stored === 'silent') {
    return refuse(
      'The database does not answer: Gavel has stopped waiting for the merge. If the database took it after all, it is there at the next start; else merge the file again then.',
      { file: name },
    );
  }
  // it is done, and only shown now: there is nothing to cancel any more
  setState({ progress: { what: `Merging ${name}`, done: entries.length, of: entries.length } });
  await showStoredEntries(into, entries, stored);
  // where the database is closed: the list is derived, and comes again when it is open
  refreshSessions().catch(() => undefined);
  return ok(entries);
}

/** Has a snapshot taken of a session of so many lines. */
async function snapshotOf(session: Id, lines: number, signal: AbortSignal): Promise<Result<unknown>> {
  const late = setTimeout(() => {
    if (!signal.aborted) showWork('Taking a snapshot before the merge', 0, 0);
  }, QUIET);
  const taken = await snapshotBefore('merge', session, lines, signal);
  clearTimeout(late);
  return taken;
}

/** Gives the database all of them, and waits for it as long as it answers. */
async function store({ name, into, entries }: Merging, ended: AbortController): Promise<Stored | undefined | 'silent'> {
  const { signal } = ended;
  const before = recordedOf(getState())?.session.latest ?? into;
  const told = (what: string) => (done: number) => {
    signal.throwIfAborted();
    showWork(what, done, entries.length);
  };
  const batch = await batchInSteps(into, entries, { told: told(`Preparing ${name}`) });
  const tell = told(`Merging ${name}`);
  const late = setTimeout(() => {
    if (!signal.aborted) tell(0);
  }, QUIET);
  try {
    return await whileHeard(ended, (heard) => {
      const merging = {
        ...batch,
        signal,
        merged: { name, before },
        told: (done: number) => {
          clearTimeout(late);
          tell(done);
          heard(done);
        },
      };
      return storeBatch(kept().database, merging, toInstant(Date.now()));
    });
  } finally {
    clearTimeout(late);
  }
}

/** The open session, where just now something may be merged into it. */
function openToMerge(name: string, into: Id): Result<Session> {
  const state = getState();
  const open = recordedOf(state);
  if (open?.id !== into) {
    const words = 'Nothing was merged: another session is open than the one that the file is of. Open the file again.';
    return refuse(words, { file: name });
  }
  const words = readOnlyWords(state) ?? closedWords();
  return words === undefined ? ok(open.session) : refuse(words, { file: name });
}
