import type { AnyEntry } from '../../shared/record/entry';
import type { Id } from '../../shared/record/ids';
import { namedIn } from '../../shared/record/names';
import { ok, refuse, type Result } from '../../shared/result';
import { conflicts, type Conflict } from '../../shared/session/conflicts';
import { logOf } from '../../shared/session/log';
import { foldAll, type Session } from '../../shared/session/session';
import { storedBatch } from '../record/append';
import { databaseFault } from '../record/database';
import { whileHeard } from '../record/patience';
import { mergedEntries, takeBackMerged } from '../record/take-back';
import { closedWords, kept } from './database';
import type { ImportPlan } from './import-plan';
import { readOnlyWords, recordedOf } from './read-only';
import { inTurn } from './record';
import { openAnew } from './session-acts';
import { refreshSessions } from './sessions';
import type { OpenSession } from './state';
import { getState, setState } from './store';
import { isWorking, showWork, whileWorking } from './work';

/** More lines than these are not folded while a person waits for a dialog: what differs is shown after the merge. */
const MOST = 50_000;

/** What a merge would do: nothing of it is done yet. */
export interface MergePreview {
  /** lines that are only in the session here, and in both */
  readonly onlyHere: number;
  readonly both: number;
  /** the session as it would be, with what would be in conflict; absent where there are too many lines to see at once */
  readonly after?: { readonly session: Session; readonly conflicts: readonly Conflict[] };
}

/** Says what merging a file into the open session would change, and what two scribes recorded differently. */
export function previewMerge(session: Session, { added, known }: ImportPlan): MergePreview {
  const here = logOf(session);
  const counts = { onlyHere: here.length - known, both: known };
  if (here.length + added.length > MOST) return counts;
  const after = foldAll([...here, ...added]);
  const before = new Set(conflicts(session).map(keyOf));
  return {
    ...counts,
    after: { session: after, conflicts: conflicts(after).filter((each) => !before.has(keyOf(each))) },
  };
}

function keyOf({ heads }: Conflict): string {
  return heads.map(({ id }) => id).join(' ');
}

/** Milliseconds between two looks at what is on its way. */
const LOOK = 50;

/** A merge that was undone: of which file, and how many lines went out again. */
interface Undone {
  readonly name: string;
  readonly lines: number;
}

/**
 * Undoes the last merge into the open session that brought anything: the lines that came in go out of both copies again,
 * once both have them: the journal would append behind its mending what is still on its way. Refused where anything that
 * was recorded since refers to one of them. Undefined where a person cancelled while it waited.
 */
export async function undoMerge(): Promise<Result<Undone | undefined>> {
  if (isWorking()) return refuse('The merge is not undone: other work is under way. Try again when that is done.');
  let isCancelled = false;
  const undo = async (): Promise<Result<Undone | undefined>> => {
    const saved = await untilSaved(recordedOf(getState())?.id, () => isCancelled);
    if (!saved.ok || saved.value === undefined) return saved.ok ? ok(undefined) : saved;
    return inTurn(takeOut);
  };
  return whileWorking({ done: undo(), cancel: () => (isCancelled = true) });
}

/** Waits until both copies have all of a session; undefined where that was cancelled. */
async function untilSaved(session: Id | undefined, isCancelled: () => boolean): Promise<Result<true | undefined>> {
  for (;;) {
    const { waiting, trouble } = kept().outbox.state();
    if (isCancelled()) return ok(undefined);
    if (!waiting.some((batch) => batch.session === session)) {
      // from here on it is done, and there is nothing to cancel
      setState({ progress: undefined });
      return ok(true);
    }
    if (trouble !== undefined) {
      return refuse(`The merge is not undone: it is not saved yet. ${trouble.why}. Undo it when it is saved.`);
    }
    showWork('Undoing the merge when it is saved', 0, 0);
    await new Promise((resolve) => setTimeout(resolve, LOOK));
  }
}

/** For whoever has the turn. */
async function takeOut(): Promise<Result<Undone>> {
  const state = getState();
  const open = recordedOf(state);
  const fixed = readOnlyWords(state) ?? closedWords();
  if (fixed !== undefined) return refuse(fixed);
  if (open === undefined) return refuse('Nothing was merged into this session.');
  const ended = new AbortController();
  let taken: Result<Undone> | 'silent';
  try {
    taken = await whileHeard(ended, (heard) => takeOutOf(open, ended.signal, heard));
  } catch (error) {
    const why = databaseFault(ended.signal.aborted ? ended.signal.reason : error);
    return refuse(`The merge is not undone: ${why}. Try again in a while.`);
  }
  if (taken === 'silent') return refuse('The merge is not undone: the database does not answer. Try again in a while.');
  if (!taken.ok) return taken;
  await refreshSessions();
  await openAnew(open.id);
  return taken;
}

/** Takes out what the last merge into a session brought, as long as `signal` doesn't end it. */
async function takeOutOf(
  open: OpenSession,
  signal: AbortSignal,
  heard: (lines: number) => void,
): Promise<Result<Undone>> {
  const { database } = kept();
  const row = await database.sessions.get(open.id);
  if (row?.merged === undefined) return refuse('Nothing was merged into this session.');
  heard(row.merged.last - row.merged.first + 1);
  const came = await mergedEntries(database, row);
  signal.throwIfAborted();
  heard(came.length);
  const referring = referringTo(open.session, came);
  if (referring > 0) {
    return refuse(
      `The merge can’t be undone any more: ${referring === 1 ? '1 line refers' : `${String(referring)} lines refer`} to what it brought. Strike what is not to stand.`,
    );
  }
  try {
    const taken = await takeBackMerged(database, row, came, signal);
    return taken.ok ? ok({ name: row.merged.name, lines: came.length }) : taken;
  } catch (error) {
    // the database has them still, and the journal may have let go of them
    kept().outbox.add(storedBatch(open.id, came));
    throw error;
  }
}

/** How many lines beside them name any of some lines. */
function referringTo(session: Session, came: readonly AnyEntry[]): number {
  const ids = new Set(came.map(({ id }) => id));
  return logOf(session).filter((entry) => !ids.has(entry.id) && namedIn(entry).some((id) => ids.has(id))).length;
}
