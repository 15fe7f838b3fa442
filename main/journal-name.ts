import { isId, type Id } from '../shared/record/ids';

const SUFFIX = '.gavel-journal';

/** The file name of a session's journal: its id, with `_` for the colons that Windows doesn't allow; `nth`: of several. */
export function journalName(session: Id, nth?: number): string {
  return `${session.replaceAll(':', '_')}${nth === undefined ? '' : `-${String(nth)}`}${SUFFIX}`;
}

/** The session that a file of the journal folder belongs to; undefined for any other file. */
export function sessionOfJournal(name: string): Id | undefined {
  if (!name.endsWith(SUFFIX)) return undefined;
  const session = name.slice(0, -SUFFIX.length).replaceAll('_', ':');
  return isId(session) ? session : undefined;
}

/** A journal's first line. */
export function journalHeader(session: Id): string {
  return JSON.stringify({ gavel: 1, session });
}
