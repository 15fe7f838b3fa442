import type { Env } from '../../shared/record/env';
import type { AnyEntry, Entry } from '../../shared/record/entry';
import type { Id } from '../../shared/record/ids';
import { ok, refuse, type Result } from '../../shared/result';
import { unlessItStands } from '../../shared/session/already';
import { meetingOf } from '../../shared/session/meeting';
import { fold, type Session } from '../../shared/session/session';
import { batchOf, storedBatch, type Batch, type Stored } from '../record/append';
import { retitle } from '../record/sessions';
import { dropPendingDraft, kept } from './database';
import { dropRecordedText, dropTyped, type Typed } from './drafts';
import { env, now } from './env';
import { tailOf } from './open-session';
import { readOnlyWords, recordedOf } from './read-only';
import { refreshSessions } from './sessions';
import { getState, setState } from './store';

/** A decide function of the domain, with its input given. */
export type Decide = (session: Session, env: Env) => Result<readonly Entry[]>;

let turn: Promise<unknown> = Promise.resolve();
/** How much waits for its turn, or has it. */
let underWay = 0;

/**
 * Runs one thing after the other: whoever changes the record or opens another one waits for its turn, so that each
 * decision sees what the one before has recorded, and no two mint one id.
 */
export function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const mine = turn.then(work);
  const done = (): void => {
    underWay -= 1;
  };
  underWay += 1;
  turn = mine.then(done, done);
  return mine;
}

/** Resolves when all is done that was asked for until now, or after so many milliseconds; undefined where nothing is under way. */
export function whenRecorded(patience: number): Promise<unknown> | undefined {
  if (underWay === 0) return undefined;
  return Promise.race([turn, new Promise((resolve) => setTimeout(resolve, patience))]);
}

/**
 * Decides on the open session as it stands, keeps what was decided, and folds it in. Resolves once the entries are on
 * the disk and on the screen; answers them, none where nothing was to be recorded. `from` is the half-typed text that
 * they come from, as it was when a person asked for it: the database drops it in the same transaction, and then the
 * screen. What was typed on meanwhile stays in both.
 */
export function act(decide: Decide, from?: Typed): Promise<Result<readonly Entry[]>> {
  return inTurn(() => actNow(decide, from));
}

/** The same for whoever has the turn. */
export async function actNow(decide: Decide, from?: Typed): Promise<Result<readonly Entry[]>> {
  const { open } = getState();
  if (open === undefined) return refuse('No session is open.');
  const fixed = readOnlyWords(getState());
  if (fixed !== undefined) return refuse(fixed);
  const decided = unlessItStands(open.session, decide(open.session, env()));
  if (!decided.ok) return decided;
  if (decided.value.length === 0) {
    // it stands already: the text that says so again has done its work
    if (from !== undefined) dropTyped(from);
    return decided;
  }
  await keep(batchOf(open.id, decided.value, from?.draft));
  if (from !== undefined) dropRecordedText(from);
  return ok(decided.value);
}

/** Keeps a batch and folds it in where its session is the open one; answers its rows. For whoever has the turn. */
export async function keep(batch: Batch): Promise<Stored | undefined> {
  const { outbox, channel } = kept();
  for (const { key, typed } of batch.drafts ?? []) dropPendingDraft(key, typed);
  const stored = await outbox.add(batch).kept;
  takeIn(
    batch.session,
    batch.rows.map(({ entry }) => entry),
    stored,
  );
  channel.tell(batch.session);
  // a database that doesn't answer is told of by the outbox; the list is derived and comes again
  refreshSessions().catch(() => undefined);
  return stored;
}

/** Entries that are folded at once: a key is heard before the next ones are. */
const STEP = 5_000;

/** Shows many entries that the database has now, in steps; the journal gets them meanwhile. For whoever has the turn. */
export async function showStoredEntries(session: Id, entries: readonly AnyEntry[], stored?: Stored): Promise<void> {
  kept().outbox.add(storedBatch(session, entries));
  const open = recordedOf(getState());
  for (let from = 0; open?.id === session && from + STEP < entries.length; from += STEP) {
    for (const entry of entries.slice(from, from + STEP)) fold(open.session, entry);
    await new Promise((resolve) => setTimeout(resolve));
  }
  // those that are folded already make no difference
  takeIn(session, entries.slice(-STEP), stored);
  kept().channel.tell(session);
}

/** Folds entries into the open session, and shows it. */
export function takeIn(session: Id, entries: readonly AnyEntry[], stored?: Stored): void {
  const { replay } = getState();
  const open = recordedOf(getState());
  if (open?.id !== session) return;
  for (const entry of entries) fold(open.session, entry);
  if (stored !== undefined) tailOf(session)?.passed(stored);
  if (open.session.revision === open.revision) return;
  const grown = { ...open, revision: open.session.revision };
  setState(replay === undefined ? { open: grown, asOf: now() } : { replay: { ...replay, now: grown } });
  correctTitle(session, open.session);
}

/** The list of sessions takes the title that came last; after a strike or merge another one may stand. */
function correctTitle(id: Id, session: Session): void {
  const title = meetingOf(session)?.title;
  const listed = getState().sessions.find((row) => row.id === id)?.title;
  if (title === undefined || listed === undefined || title === listed) return;
  retitle(kept().database, id, title)
    .then(refreshSessions)
    .catch(() => undefined);
}
