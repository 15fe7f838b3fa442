import { refreshSessions } from './sessions';
import { openSession } from './session-acts';
import { openOverlay } from './screen';
import { getState, setState } from './store';

/** Shows the session that was last written to, and the page with it; at first run asks who records. */
export async function openLatest(): Promise<void> {
  await refreshSessions();
  const [latest] = getState().sessions;
  if (latest !== undefined) await openSession(latest.id);
  setState({ phase: 'ready' });
  if (getState().settings.me === undefined) openOverlay({ kind: 'first-run' });
}
