import { listSessions } from '../record/sessions';
import { kept } from './database';
import { setState } from './store';

/** Reads the list of sessions again. */
export async function refreshSessions(): Promise<void> {
  setState({ sessions: await listSessions(kept().database) });
}
