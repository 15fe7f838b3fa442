import { aheadOf } from '../../shared/file/ahead';
import type { GavelFile } from '../../shared/file/read';
import { isLastDay } from '../../shared/record/clock';
import type { AnyEntry } from '../../shared/record/entry';
import { instantOf, type Id } from '../../shared/record/ids';
import { ok, refuse, type Result } from '../../shared/result';
import { databaseFault } from '../record/database';
import { isLarge, newTo, readGavelFile, sessionOf, type Reading } from '../record/import';
import { closedWords, kept } from './database';
import type { ImportPlan } from './import-plan';
import { inSteps } from './in-steps';
import { mergeWork } from './merge-work';
import { inTurn } from './record';
import { isInTheMiddle, keepAsNew, keepTaken, openKept } from './session-acts';
import { getState } from './store';
import { isWorking, showWork, whileWorking } from './work';

let takingIn = 0;

const BUSY = 'Another file is being read. Try again when that is done.';

/** A file that was taken in while it was read: how many entries, and whether its session is shown now. */
interface TakenIn {
  readonly taken: number;
  readonly session: Id;
  readonly isShown: boolean;
}

/** A file of a session that is kept here and not open: what a person is at now stays on the screen. */
interface Elsewhere {
  readonly elsewhere: { readonly name: string; readonly file: GavelFile; readonly title: string };
}

/**
 * Reads a `.gavel` file and says what it would add. A session that it belongs to is opened and shown for that, unless a
 * person went on with something else while it was read. A large file of a session that is not here is taken in at once.
 * Undefined where it was cancelled: then all is as it was.
 */
export async function planImport(
  name: string,
  bytes: Uint8Array,
): Promise<Result<ImportPlan | TakenIn | Elsewhere | undefined>> {
  const refused = whyNot(name);
  if (refused !== undefined) return refused;
  takingIn += 1;
  const isLong = isLarge(bytes);
  const before = getState().open?.id;
  try {
    const told = ({ isStoring, done, of }: Reading): void => {
      showWork(isStoring ? `Taking in ${name}` : `Reading ${name}`, done, of);
    };
    const file = await whileWorking(readGavelFile(kept().database, name, bytes, told));
    if (!file.ok || file.value === undefined) return file.ok ? ok(undefined) : file;
    const { value } = file;
    if (!('taken' in value)) {
      const stays = (): boolean => getState().open?.id !== before || (isLong && isInTheMiddle(getState()));
      return await plan(name, value, stays);
    }
    const added = await keepTaken(value);
    return added.ok
      ? ok({ taken: value.entries.length, session: added.value.id, isShown: added.value.isShown })
      : added;
  } finally {
    takingIn -= 1;
  }
}

/** Why no file may be taken in just now. */
function whyNot(file: string): Result<never> | undefined {
  const words = isWorking() ? BUSY : closedWords();
  return words === undefined ? undefined : refuse(words, { file });
}

/** Shows the session that a file is of which was read before, and says what the file would add. */
export async function planRead(name: string, file: GavelFile): Promise<Result<ImportPlan | Elsewhere>> {
  return whyNot(name) ?? (await plan(name, file, () => false));
}

/** `stays`: whether another session than the one on the screen is not to be shown. */
async function plan(name: string, file: GavelFile, stays: () => boolean): Promise<Result<ImportPlan | Elsewhere>> {
  try {
    return await inTurn(() => planInTurn(name, file, stays));
  } catch (error) {
    return refuse(`The database can’t be read: ${databaseFault(error)}. Try again in a while.`, { file: name });
  }
}

async function planInTurn(
  name: string,
  file: GavelFile,
  stays: () => boolean,
): Promise<Result<ImportPlan | Elsewhere>> {
  const into = await sessionOf(kept().database, file);
  const { open, sessions } = getState();
  if (into !== undefined && open?.id !== into && stays()) {
    const title = sessions.find(({ id }) => id === into)?.title ?? into;
    return ok({ elsewhere: { name, file, title } });
  }
  if (into !== undefined) await openKept(into);
  return planFor(name, file, into);
}

async function planFor(name: string, { entries }: GavelFile, into: Id | undefined): Promise<Result<ImportPlan>> {
  const { open } = getState();
  const added = into === undefined || open === undefined ? entries : await inSteps(newTo(open.session, entries));
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
 * snapshot of it is taken. Answers the entries that came in; undefined where it was cancelled, and all is as it was.
 */
export async function importPlanned({
  name,
  into,
  added,
}: ImportPlan): Promise<Result<readonly AnyEntry[] | undefined>> {
  if (isWorking()) return refuse(BUSY, { file: name });
  takingIn += 1;
  try {
    if (into !== undefined) return await whileWorking(mergeWork({ name, into, entries: added }));
    const kept = await inTurn(() => keepAsNew(added));
    return kept.ok ? ok(added) : kept;
  } finally {
    takingIn -= 1;
  }
}

/** The latest moment in entries that are ahead of our clock, for the question. */
export function latestOf(entries: readonly AnyEntry[]): string {
  return entries.reduce((latest, { id }) => (instantOf(id) > latest ? instantOf(id) : latest), '');
}
