import type { RecordedDraft } from '../../shared/ipc';
import type { Id } from '../../shared/record/ids';
import { askHello } from '../bridge/bridge';
import { takeBackUnfinished } from '../record/mails';
import { takeBackSessions } from '../record/take-in';
import { reconcile, type Reconciling } from '../record/reconcile';
import type { SessionRow } from '../record/rows';
import { lockAgain } from '../record/sessions';
import { isNewer } from '../record/database';
import { kept, keptDrafts, openKeeping, takeHalfTyped } from './database';
import { forgetDraft } from './drafts';
import { tick } from './env';
import { inTurn } from './record';
import { searchMailsAgain } from './mail-search';
import { showSaved } from './saved';
import { openLatest } from './open-latest';
import { noteClosedDatabase, noteDisagreements, showRecovery } from './recovery';
import { followSession } from './session-acts';
import { refreshSessions } from './sessions';
import { takeSettings } from './settings';
import { tellOfCopies, tellOfStart } from './start-told';
import { getState, setState } from './store';

/**
 * Opens the database, compares it with the journals, and shows the session that was last written to. Answers the files
 * that were named at this start: they are the commands' to open.
 */
export async function start(databaseName = 'gavel'): Promise<readonly string[]> {
  const [hello, keeping] = await Promise.all([
    askHello(),
    openKeeping(databaseName, { changed: showSaved, reopened, renewed, heard: (session) => void heard(session) }),
  ]);
  setState({ hello });
  takeSettings(hello.settings);
  if (!keeping.ok) {
    if (isNewer(keeping.error)) setState({ phase: 'refused', trouble: { text: keeping.error.message } });
    else {
      await noteClosedDatabase(keeping.error.message);
      showRecovery();
    }
    return [];
  }
  const { database } = keeping.value;
  await takeHalfTyped(hello.halfTyped);
  const comparing = compared(() => reconcile(database));
  // what the last start didn't finish to take in counts for nothing
  const [drafts] = await Promise.all([
    keptDrafts(),
    takeBackUnfinished(database),
    takeBackSessions(database),
    refreshSessions(),
  ]);
  setState({ drafts });
  // an empty database is looked at twice before anybody is told that there is no session
  const found = getState().sessions.length === 0 ? await comparing : undefined;
  if (found !== undefined && typeof found !== 'string' && found.open.length > 0) {
    noteDisagreements(found.open);
    showRecovery();
  } else {
    await openLatest();
    tellOfStart(hello.start);
    void comparing.then((found) => takeCompared(found, drafts));
  }
  tick();
  return hello.announced;
}

function heard(session: Id): Promise<void> {
  return inTurn(() => followSession(session));
}

/** The sessions that were locked when the database failed: no journal has that. */
let locked: readonly SessionRow[] = [];

function reopened(): void {
  locked = getState().sessions.filter(({ lock }) => lock !== undefined);
}

/** A database that failed may have come back without what it had: what it lacks comes from the journals. */
function renewed(): void {
  searchMailsAgain();
  const comparing = compared(async () => {
    const { database } = kept();
    const found = await reconcile(database);
    await lockAgain(database, locked);
    return found;
  });
  void comparing.then((found) => takeCompared(found));
}

/** A comparison that fails as a whole must not keep anybody from working: it is told of. */
async function compared(work: () => Promise<Reconciling>): Promise<Reconciling | string> {
  try {
    return await work();
  } catch (error) {
    return String(error);
  }
}

/** The screen drops what the database has dropped, where nobody has typed on since it was read. */
async function forgetRecorded(
  drafts: readonly RecordedDraft[],
  shown: Readonly<Record<string, string>>,
): Promise<void> {
  const left = await keptDrafts();
  for (const { key } of drafts) {
    if (left[key] === undefined && getState().drafts[key] === shown[key]) forgetDraft(key);
  }
}

/** `shown`: half-typed texts as they were read before the comparison, which may tell that one was recorded. */
async function takeCompared(
  reconciling: Reconciling | string,
  shown: Readonly<Record<string, string>> = {},
): Promise<void> {
  try {
    for (const { session, drafts } of typeof reconciling === 'string' ? [] : reconciling.done) {
      if (drafts.length > 0) await forgetRecorded(drafts, shown);
      await heard(session);
    }
    tellOfCopies(reconciling);
  } catch (error) {
    // the database is closed again
    tellOfCopies(String(error));
  }
}
