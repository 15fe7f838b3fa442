import type { Id } from '../../shared/record/ids';
import { emptySession, fold, type Session } from '../../shared/session/session';
import { openSubsystem, subsystems } from '../../shared/session/subsystems';
import { readRows } from '../record/read';
import type { EntryRow } from '../record/rows';
import { openTail, type Tail } from '../record/tail';
import { isKept, kept } from './database';
import { now } from './env';
import { passNotice } from './screen';
import type { State } from './state';
import { getState, setState } from './store';

let tail: Tail | undefined;

/** The place up to which this window has read a session's rows, while that session is open. */
export function tailOf(session: Id): Tail | undefined {
  return tail?.session === session ? tail : undefined;
}

/**
 * Reads a session's rows and shows it when all are folded; the page answers meanwhile. `take` folds the rows that other
 * windows add later.
 */
export async function readSession(id: Id, take: (rows: readonly EntryRow[]) => void): Promise<void> {
  const { database } = kept();
  const of = getState().sessions.find((row) => row.id === id)?.entries ?? 0;
  const session = emptySession();
  let done = 0;
  const last = await readRows(database, id, 0, (rows) => {
    for (const { entry } of rows) fold(session, entry);
    done += rows.length;
    if (done < of) setState({ progress: { what: 'Reading the session', done, of } });
  });
  tail = openTail(database, id, last, take);
  showSession(
    id,
    session,
    getState().sessions.some((row) => row.id === id && row.lock !== undefined),
  );
}

/** Shows a session that was folded while its rows were stored, up to the row `last`. */
export function showStored(
  id: Id,
  { folded, last }: { readonly folded: Session; readonly last: number },
  take: (rows: readonly EntryRow[]) => void,
): void {
  tail = openTail(kept().database, id, last, take);
  showSession(id, folded, false);
}

/** Shows a session: the subsystem that the room is on, else the first, and nothing else selected. */
export function showSession(id: Id, session: Session, readOnly: boolean): void {
  if (tail?.session !== id) tail = undefined;
  if (getState().open?.id !== id) passNotice();
  const subsystem = openSubsystem(session)?.slug ?? subsystems(session)[0]?.slug;
  const { view, sessions } = getState();
  const stored = sessions.find((row) => row.id === id)?.stored;
  setState({
    ...freshly(),
    open: { id, session, revision: session.revision, readOnly },
    view: getState().open?.id === id ? view : 'live',
    selection: { tagged: [], ...(subsystem === undefined ? {} : { subsystem }) },
    ...(stored === undefined || isOnItsWay() ? {} : { saved: { kind: 'saved', at: stored } }),
  });
}

/** Whether the outbox holds something that is not in both copies: then it says what is saved. */
function isOnItsWay(): boolean {
  return isKept() && kept().outbox.state().since !== undefined;
}

/** Shows that no session is open: none is kept here any more. */
export function showNoSession(): void {
  tail = undefined;
  passNotice();
  setState({ ...freshly(), open: undefined, view: 'live', selection: { tagged: [] } });
}

/** What is looked at in a session, when nobody has looked yet. */
function freshly() {
  return {
    asOf: now(),
    replay: undefined,
    progress: undefined,
    mails: undefined,
    suggestions: undefined,
    mailSearch: undefined,
    quotedMail: undefined,
    entry: { caret: 0, chosen: 0, back: 0, pending: undefined },
    summary: { rationales: true, ascii: false },
    filter: undefined,
    compared: undefined,
    timeline: { typed: undefined, hits: undefined, left: 0, at: undefined },
    triage: { ok: new Set<string>(), editing: false },
  } satisfies Partial<State>;
}
