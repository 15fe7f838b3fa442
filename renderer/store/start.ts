import type { StartFacts } from '../../shared/ipc';
import type { Id } from '../../shared/record/ids';
import { askHello } from '../bridge/bridge';
import { readDrafts } from '../record/drafts';
import { takeBackUnfinished } from '../record/mails';
import { reconcile, type Reconciled } from '../record/reconcile';
import { openKeeping } from './database';
import { tick } from './env';
import { inTurn } from './record';
import { showSaved } from './saved';
import { openOverlay, say, showNotice } from './screen';
import { followSession, openSession } from './session-acts';
import { refreshSessions } from './sessions';
import { takeSettings } from './settings';
import { getState, setState } from './store';

/**
 * Opens the database, compares it with the journals, and shows the session that was last written to. Answers the files
 * that were named at this start: they are the commands' to open.
 */
export async function start(databaseName = 'gavel'): Promise<readonly string[]> {
  const [hello, keeping] = await Promise.all([
    askHello(),
    openKeeping(databaseName, { changed: showSaved, heard: (session) => void heard(session) }),
  ]);
  setState({ hello });
  takeSettings(hello.settings);
  if (!keeping.ok) {
    setState({ phase: 'refused', trouble: { text: keeping.error.message } });
    return [];
  }
  const { database } = keeping.value;
  const comparing = compared(() => reconcile(database));
  // an import of mails that the last start didn't finish counts for nothing
  const [drafts] = await Promise.all([readDrafts(database), takeBackUnfinished(database), refreshSessions()]);
  setState({ drafts });
  // an empty database is looked at twice before anybody is told that there is no session
  if (getState().sessions.length === 0) {
    await comparing;
    await refreshSessions();
  }
  const [latest] = getState().sessions;
  if (latest !== undefined) await openSession(latest.id);
  setState({ phase: 'ready' });
  if (hello.settings.me === undefined) openOverlay({ kind: 'first-run' });
  tellOfStart(hello.start);
  void comparing.then(tellOf);
  tick();
  return hello.announced;
}

function heard(session: Id): Promise<void> {
  return inTurn(() => followSession(session));
}

/** What the shell found before it opened the window. */
function tellOfStart({ unclean, free }: StartFacts): void {
  if (unclean) say('The last run did not end properly. All that was saved is compared with its journal.');
  if (free === undefined) return;
  showNotice({
    tone: 'error',
    text: `The disk is nearly full: ${String(Math.floor(free / 1024 ** 2))} MB are free. Make room, so that what is recorded can be kept.`,
  });
}

/** A comparison that fails as a whole must not keep anybody from working: it is told of. */
async function compared(work: () => Promise<readonly Reconciled[]>): Promise<readonly Reconciled[] | string> {
  try {
    return await work();
  } catch (error) {
    return String(error);
  }
}

async function tellOf(reconciled: readonly Reconciled[] | string): Promise<void> {
  if (typeof reconciled === 'string') {
    showNotice({ tone: 'error', text: `The journals could not be compared with the database. ${reconciled}` });
    return;
  }
  for (const { session } of reconciled) await heard(session);
  const troubles = reconciled.flatMap(({ title, troubles }) => troubles.map((trouble) => `${title}: ${trouble}`));
  const restored = reconciled.filter(({ replayed }) => replayed > 0);
  if (restored.length + troubles.length === 0) return;
  showNotice({
    tone: troubles.length > 0 ? 'error' : 'info',
    text:
      troubles.length > 0
        ? 'A session and its journal differ, and could not be made alike.'
        : 'Lines were missing in the database. They are back from the journal.',
    detail: [...restored.map(({ title, replayed }) => `${title}: ${String(replayed)} lines`), ...troubles],
  });
}
