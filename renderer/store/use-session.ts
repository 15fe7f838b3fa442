import { useState, useSyncExternalStore } from 'react';
import type { Instant } from '../../shared/record/ids';
import { emptySession, type Session } from '../../shared/session/session';
import { getState, subscribe } from './store';

const NONE = emptySession();

/**
 * Reads something of the open session, for the moment `asOf`: `useSession((session) => positionsFor(session, slug))`.
 * It is read again only after a fold or a tick of the clock, and compared by identity: the views of a session are
 * remembered, so what did not change doesn't render. Select a value of the session, or a primitive made from it, and
 * never a fresh object. Where no session is open it reads an empty one.
 */
export function useSession<T>(select: (session: Session, asOf: Instant) => T): T {
  return useSyncExternalStore(onRecordChange, () => select(getState().open?.session ?? NONE, getState().asOf));
}

/** The same for a list that is made at each reading: it is another one only where a member is. */
export function useSessionList<T>(select: (session: Session) => readonly T[]): readonly T[] {
  const [keep] = useState(() => kept<T>());
  return useSession((session) => keep(select(session)));
}

/** Answers the list of before for one of the same members. */
function kept<T>(): (list: readonly T[]) => readonly T[] {
  let before: readonly T[] = [];
  return (list) => {
    if (list.length !== before.length || list.some((member, at) => member !== before[at])) before = list;
    return before;
  };
}

function onRecordChange(notify: () => void): () => void {
  return subscribe((state, before) => {
    if (state.open !== before.open || state.asOf !== before.asOf) notify();
  });
}
