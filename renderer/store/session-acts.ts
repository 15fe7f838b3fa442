import type { RecordedDraft } from '../../shared/ipc';
import { sessionNamed } from '../../shared/file/write';
import type { AnyEntry } from '../../shared/record/entry';
import type { Id } from '../../shared/record/ids';
import { ok, refuse, type Result } from '../../shared/result';
import { decideOpenSession, type MeetingInput } from '../../shared/session/meeting';
import { emptySession, foldAll } from '../../shared/session/session';
import { batchInSteps, storedBatch } from '../record/append';
import { databaseFault } from '../record/database';
import type { TakenFile } from '../record/import';
import type { EntryRow } from '../record/rows';
import { finishTakingIn } from '../record/take-in';
import { kept } from './database';
import { env } from './env';
import { readSession, showNoSession, showSession, showStored, tailOf } from './open-session';
import { inTurn, keep, takeIn } from './record';
import { refreshSessions } from './sessions';
import { draftKey, dropRecordedText, typedText } from './drafts';
import type { State } from './state';
import { getState } from './store';

/** Shows a session that is kept here. */
export function openSession(id: Id): Promise<void> {
  return inTurn(() => openKept(id));
}

/** The same, for whoever has the turn. */
export async function openKept(id: Id): Promise<void> {
  const { open } = getState();
  // the example may have been looked at before it was opened from a file: it has the same id and no rows
  if (open?.id === id && !open.readOnly) return;
  await openAnew(id);
}

/** Reads a session from the database and shows it, also where it is open. For whoever has the turn. */
export async function openAnew(id: Id): Promise<void> {
  await readSession(id, takerOf(id));
}

/** Folds rows that other windows add to a session. */
function takerOf(id: Id): (rows: readonly EntryRow[]) => void {
  return (rows) => {
    takeIn(
      id,
      rows.map(({ entry }) => entry),
    );
  };
}

/**
 * Puts a session that was stored just now beside the page into the list, and writes its journal. It is shown where nobody
 * is in the middle of something: what is being typed, or asked in a dialog, is meant for the session that is open.
 */
export async function keepTaken({ entries, taken }: TakenFile): Promise<Result<{ id: Id; isShown: boolean }>> {
  const { database, outbox, channel } = kept();
  const { id } = taken.row;
  try {
    await finishTakingIn(database, taken);
  } catch (error) {
    // what is stored of it counts for nothing, and is taken back by the next start
    return refuse(`Nothing of it was taken in: ${databaseFault(error)}.`);
  }
  outbox.add(storedBatch(id, entries));
  channel.tell(id);
  await refreshSessions();
  const isShown = await inTurn(() => {
    const shows = !isInTheMiddle(getState());
    if (shows) showStored(id, taken, takerOf(id));
    return Promise.resolve(shows);
  });
  return ok({ id, isShown });
}

/** Whether a person types or is asked something, which is meant for the session that is open. */
export function isInTheMiddle({ open, mode, overlays }: State): boolean {
  return open !== undefined && (mode !== 'NORMAL' || overlays.length > 0);
}

/** Reads what another window has recorded; where it has deleted the session, another one is shown. */
export async function followSession(id: Id): Promise<void> {
  const tail = tailOf(id);
  await tail?.follow();
  await refreshSessions();
  if (tail !== undefined && !getState().sessions.some((row) => row.id === id)) await showAnother();
}

/** Shows the session that was last written to, or that there is none. For whoever has the turn. */
export async function showAnother(): Promise<void> {
  await refreshSessions();
  const [latest] = getState().sessions;
  if (latest === undefined) showNoSession();
  else await openAnew(latest.id);
}

/** Opens a new session, keeps it, and shows it. */
export function createSession(input: MeetingInput): Promise<Result<Id>> {
  const typed = typedText(draftKey.newSession);
  return inTurn(async () => {
    const decided = decideOpenSession(emptySession(), input, env());
    if (!decided.ok) return decided;
    const created = await keepAsNew(decided.value, typed.draft);
    dropRecordedText(typed);
    return created;
  });
}

/** Keeps the lines of a session that is not here yet, and shows it. For whoever has the turn. */
export async function keepAsNew(entries: readonly AnyEntry[], draft?: RecordedDraft): Promise<Result<Id>> {
  const id = sessionNamed(entries);
  if (id === undefined) return refuse('No entry opens a session here.', { expected: 'a session-opened entry' });
  await keep(await batchInSteps(id, entries, draft === undefined ? {} : { draft }));
  await refreshSessions();
  await openKept(id);
  return ok(id);
}

/** Shows a session that is only looked at: nothing of it is kept here. */
export function lookAt(entries: readonly AnyEntry[]): Promise<Result<Id>> {
  return inTurn(async () => {
    const id = sessionNamed(entries);
    if (id === undefined) return refuse('No entry opens a session here.', { expected: 'a session-opened entry' });
    showSession(id, foldAll(entries), true);
    return Promise.resolve(ok(id));
  });
}
