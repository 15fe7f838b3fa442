import type { Id } from '../../shared/record/ids';
import { refuse, type Result } from '../../shared/result';
import { deleteSession, isDraftOf } from '../record/delete-session';
import { dropPendingDraft, kept } from './database';
import { readOnlyWords } from './read-only';
import { inTurn } from './record';
import { showAnother } from './session-acts';
import { getState, setState } from './store';
import { isWorking } from './work';

/**
 * Deletes the open session, which must be `session`, and shows another one. Refused while something of it is not in both
 * copies, or on its way in. Answers the file that its journal is now.
 */
export function deleteOpenSession(session: Id): Promise<Result<string>> {
  return inTurn(async () => {
    const state = getState();
    if (state.open?.id !== session) return refuse('That session is not open any more: nothing was deleted.');
    const fixed = readOnlyWords(state);
    if (fixed !== undefined) return refuse(fixed);
    const { outbox, channel, database } = kept();
    if (isWorking() || outbox.state().waiting.some((batch) => batch.session === session)) {
      return refuse('Not deleted: something of it is not saved yet. Try again when it is.');
    }
    setState({ progress: { what: 'Deleting the session, after a last snapshot of it', done: 0, of: 0 } });
    try {
      const deleted = await deleteSession(database, session, state.open.session.entries.size);
      if (!deleted.ok) {
        const { message, ...where } = deleted.error;
        return refuse(`Nothing was deleted: ${message}.`, where);
      }
      forgetDrafts(session);
      channel.tell(session);
      await showAnother();
      return deleted;
    } finally {
      setState({ progress: undefined });
    }
  });
}

function forgetDrafts(session: Id): void {
  const all = Object.entries(getState().drafts);
  for (const [key] of all) if (isDraftOf(key, session)) dropPendingDraft(key);
  setState({ drafts: Object.fromEntries(all.filter(([key]) => !isDraftOf(key, session))) });
}
