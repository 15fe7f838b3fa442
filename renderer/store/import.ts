import { aheadOf } from '../../shared/file/ahead';
import type { GavelFile } from '../../shared/file/read';
import { isLastDay } from '../../shared/record/clock';
import type { AnyEntry } from '../../shared/record/entry';
import { instantOf, type Id } from '../../shared/record/ids';
import { ok, refuse, type Result } from '../../shared/result';
import { ask } from '../bridge/bridge';
import { batchInSteps } from '../record/append';
import { newTo, readGavelFile, sessionOf, type Reading } from '../record/import';
import { noteMerge } from '../record/take-back';
import { closedWords, kept } from './database';
import { inTurn, keep } from './record';
import { keepAsNew, keepTaken, openKept } from './session-acts';
import type { ImportPlan } from './import-plan';
import { readOnlyWords, recordedOf } from './read-only';
import { refreshSessions } from './sessions';
import { getState, setState } from './store';
import { isWorking, showWork, whileWorking } from './work';

let takingIn = 0;

/** A file that was taken in while it was read: how many entries, and whether its session is shown now. */
interface TakenIn {
  readonly taken: number;
  readonly session: Id;
  readonly isShown: boolean;
}

/**
 * Reads a `.gavel` file and says what it would add. A session that it belongs to is opened and shown for that. A large
 * file of a session that is not here is taken in at once. Undefined where it was cancelled: then all is as it was.
 */
export async function planImport(name: string, bytes: Uint8Array): Promise<Result<ImportPlan | TakenIn | undefined>> {
  if (isWorking()) return refuse('Another file is being read. Try again when that is done.', { file: name });
  const closed = closedWords();
  if (closed !== undefined) return refuse(closed, { file: name });
  takingIn += 1;
  try {
    const told = ({ isStoring, done, of }: Reading): void => {
      showWork(isStoring ? `Taking in ${name}` : `Reading ${name}`, done, of);
    };
    const file = await whileWorking(readGavelFile(kept().database, name, bytes, told));
    if (!file.ok || file.value === undefined) return file.ok ? ok(undefined) : file;
    const { value } = file;
    if (!('taken' in value)) return await inTurn(() => planFor(name, value));
    const added = await keepTaken(value);
    return added.ok
      ? ok({ taken: value.entries.length, session: added.value.id, isShown: added.value.isShown })
      : added;
  } finally {
    takingIn -= 1;
  }
}

async function planFor(name: string, { entries, ...file }: GavelFile): Promise<Result<ImportPlan>> {
  const into = await sessionOf(kept().database, { entries, ...file });
  if (into !== undefined) await openKept(into);
  const { open } = getState();
  const added = into === undefined || open === undefined ? entries : newTo(open.session, entries);
  const end = added.find(({ id }) => isLastDay(id));
  if (end !== undefined) {
    return refuse('The file comes to the end of time: after it nothing more could be recorded.', {
      file: name,
      found: end.id,
    });
  }
  return ok({
    name,
    ...(into === undefined ? {} : { into }),
    added,
    known: entries.length - added.length,
    ahead: aheadOf(added, Date.now()),
  });
}

/** A file is being taken in: some of it may not be on its way to the disk yet. */
export function isTakingIn(): boolean {
  return takingIn > 0;
}

/**
 * Does what was planned: one transaction for the whole file. Before a session that is here gets lines of another file, a
 * snapshot of it is taken. Answers the session that has its entries now.
 */
export async function importPlanned({ name, into, added }: ImportPlan): Promise<Result<Id>> {
  takingIn += 1;
  try {
    return await inTurn(async () => {
      if (into === undefined) return keepAsNew(added);
      const fixed = readOnlyWords(getState());
      if (fixed !== undefined) return refuse(fixed);
      const taken = await ask('snapshot-take', { session: into, before: 'merge' });
      if (!taken.ok) return refuse(`Nothing was merged: ${taken.error.message}.`, taken.error);
      const before = recordedOf(getState())?.session.latest ?? into;
      // where the database refuses them for now it takes them later, when nobody waits any more
      let isOver = false;
      const told = (done: number): void => {
        if (!isOver) setState({ progress: { what: `Merging ${name}`, done, of: added.length } });
      };
      const stored = await keep({ ...(await batchInSteps(into, added)), told });
      isOver = true;
      setState({ progress: undefined });
      // where the database refused them for now they have no rows yet, and can only be struck
      if (stored !== undefined) {
        await noteMerge(kept().database, into, { name, ...stored, before });
        await refreshSessions();
      }
      return ok(into);
    });
  } finally {
    takingIn -= 1;
  }
}

/** What an import added, one line for each sort of entry, the most first. */
export function addedInWords(added: readonly AnyEntry[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const { kind } of added) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  const sorted = [...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
  return sorted.map(([kind, count]) => `${String(count)} ${kind}`);
}

/** The latest moment in entries that are ahead of our clock, for the question. */
export function latestOf(entries: readonly AnyEntry[]): string {
  return entries.reduce((latest, { id }) => (instantOf(id) > latest ? instantOf(id) : latest), '');
}
