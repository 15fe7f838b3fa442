import { sha256Of } from '../../shared/record/sha256';
import { ok, refuse, type Result } from '../../shared/result';
import { sealOf } from '../../shared/summary/sealing';
import type { Lock } from '../record/rows';
import { keepLock } from '../record/sessions';
import { kept } from './database';
import { now } from './env';
import { inTurn } from './record';
import { lockOf } from './read-only';
import { refreshSessions } from './sessions';
import { getState, setState } from './store';

/** Locks the open session on this machine: it takes no entries until it is unlocked. Answers what it was locked at. */
export function lockSession(): Promise<Result<Lock>> {
  return inTurn(async () => {
    const { open } = getState();
    if (open === undefined || open.readOnly) return refuse('There is no session that could be locked.');
    const seal = sealOf(open.session, sha256Of);
    if (seal === undefined) return refuse('There is nothing in the record yet.');
    const { upTo, lines, sha256 } = seal;
    const lock: Lock = { upTo, lines, sha256, at: now() };
    await keepLock(kept().database, open.id, lock);
    await refreshSessions();
    setState({ open: { ...open, readOnly: true } });
    return ok(lock);
  });
}

/** Lets it take entries again. */
export function unlockSession(): Promise<Result<true>> {
  return inTurn(async () => {
    const state = getState();
    const { open } = state;
    if (open === undefined || lockOf(state) === undefined) return refuse('The record is not locked.');
    await keepLock(kept().database, open.id, undefined);
    await refreshSessions();
    setState({ open: { ...open, readOnly: false } });
    return ok(true);
  });
}
