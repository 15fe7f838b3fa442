import type { AnyEntry } from '../../shared/record/entry';
import type { Id } from '../../shared/record/ids';
import { refuse, ok, type Result } from '../../shared/result';
import { changesBetween } from '../../shared/session/changes';
import { logOf } from '../../shared/session/log';
import { isCovered, sentSummaries } from '../../shared/session/sent';
import { emptySession, fold, type Session } from '../../shared/session/session';
import { readRows } from '../record/read';
import { kept } from './database';
import { inSteps } from './in-steps';
import { recordedOf } from './read-only';
import { linesUntil } from './replay';
import { getState, setState } from './store';

/** After so many lines the page may answer a key. */
const STEP = 256;

/** Compares the record at two moments, as a person says them: `start`, `14:10`, `v1` (the first summary), `now`. */
export async function compareMoments(from: string, to: string): Promise<Result<true>> {
  const open = recordedOf(getState());
  if (open === undefined) return refuse('No session is open.');
  const [first, last] = [momentOf(open.session, from), momentOf(open.session, to)];
  if (first === undefined || last === undefined) {
    return refuse('That is no moment of this record.', {
      found: first === undefined ? from : to,
      expected: 'start, now, a time such as 14:10, or v1 for the first summary that was sent',
    });
  }
  const [before, after] = [await folded(first.lines), await folded(last.lines)];
  compareSessions(first.name, last.name, before, after);
  return ok(true);
}

/** Compares the open session with another that is kept here: two sittings on one discussion. */
export async function compareWithSession(id: Id): Promise<void> {
  const { sessions } = getState();
  const entries: AnyEntry[] = [];
  await readRows(kept().database, id, 0, (rows) => {
    for (const { entry } of rows) entries.push(entry);
  });
  await compareWith(sessions.find((row) => row.id === id)?.title ?? 'another session', entries);
}

/** Compares the open session with entries of another file. */
export async function compareWith(name: string, entries: readonly AnyEntry[]): Promise<void> {
  const open = recordedOf(getState());
  if (open !== undefined) compareSessions('here', name, open.session, await folded(entries));
}

function compareSessions(from: string, to: string, before: Session, after: Session): void {
  setState({ compared: { from, to, before, after, changes: changesBetween(before, after) } });
}

function folded(entries: readonly AnyEntry[]): Promise<Session> {
  return inSteps(foldInSteps(entries));
}

function* foldInSteps(entries: readonly AnyEntry[]): Generator<void, Session> {
  const session = emptySession();
  for (const [at, entry] of entries.entries()) {
    fold(session, entry);
    if (at % STEP === STEP - 1) yield;
  }
  return session;
}

/** A moment of the record, as it was named, and the lines that there were at it. */
interface Moment {
  readonly name: string;
  readonly lines: readonly AnyEntry[];
}

/** A moment that a person names, with the day that was meant. */
function momentOf(session: Session, typed: string): Moment | undefined {
  const log = logOf(session);
  const word = typed.trim().toLowerCase();
  if (word === 'start') return { name: word, lines: [] };
  if (word === 'now' || word === '') return { name: 'now', lines: log };
  const version = /^v(\d+)$/.exec(word)?.[1];
  if (version === undefined) {
    const until = linesUntil(word);
    return until === undefined ? undefined : { name: until.time, lines: log.slice(0, until.lines) };
  }
  const sent = sentSummaries(session).find((each) => String(each.version) === version);
  if (sent === undefined) return undefined;
  const wasThere = isCovered(sent);
  return { name: word, lines: log.filter(({ id }) => wasThere(id)) };
}
