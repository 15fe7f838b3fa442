import type { AnyEntry } from '../../shared/record/entry';
import { namedIn } from '../../shared/record/names';
import { ok, refuse, type Result } from '../../shared/result';
import { conflicts, type Conflict } from '../../shared/session/conflicts';
import { logOf } from '../../shared/session/log';
import { foldAll, type Session } from '../../shared/session/session';
import { mergedEntries, takeBackMerged } from '../record/take-back';
import { kept } from './database';
import type { ImportPlan } from './import-plan';
import { readOnlyWords, recordedOf } from './read-only';
import { inTurn } from './record';
import { openAnew } from './session-acts';
import { refreshSessions } from './sessions';
import { getState } from './store';

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

/**
 * Undoes the last merge into the open session: the lines that came in go out of both copies again. Refused where
 * anything that was recorded since refers to one of them. Answers how many there were.
 */
export function undoMerge(): Promise<Result<number>> {
  return inTurn(async () => {
    const state = getState();
    const open = recordedOf(state);
    const row = state.sessions.find(({ id }) => id === open?.id);
    const fixed = readOnlyWords(state);
    if (open === undefined || row?.merged === undefined) return refuse('Nothing was merged into this session.');
    if (fixed !== undefined) return refuse(fixed);
    const came = await mergedEntries(kept().database, row);
    const referring = referringTo(open.session, came);
    if (referring > 0) {
      return refuse(
        `The merge can’t be undone any more: ${referring === 1 ? '1 line refers' : `${String(referring)} lines refer`} to what it brought. Strike what is not to stand.`,
      );
    }
    const taken = await takeBackMerged(kept().database, row, came);
    if (!taken.ok) return taken;
    await refreshSessions();
    await openAnew(open.id);
    return ok(came.length);
  });
}

/** How many lines beside them name any of some lines. */
function referringTo(session: Session, came: readonly AnyEntry[]): number {
  const ids = new Set(came.map(({ id }) => id));
  return logOf(session).filter((entry) => !ids.has(entry.id) && namedIn(entry).some((id) => ids.has(id))).length;
}
