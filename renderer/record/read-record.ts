import { parseLine } from '../../shared/record/canon';
import { isDayAhead, isLastDay } from '../../shared/record/clock';
import type { Line } from '../../shared/file/lines';
import type { AnyEntry } from '../../shared/record/entry';
import type { Id } from '../../shared/record/ids';
import type { Result } from '../../shared/result';
import { batchOf } from './append';
import type { GavelDatabase } from './database';
import { entriesIn, readGavelByEntry } from './gavel-text';
import type { RecordWorkerSays } from './record-messages';
import { beginTakingIn, type TakenIn } from './take-in';

/** Entries of one transaction and of one message: neither holds up a key for long. */
const PIECE = 1_000;
/** After so many entries it is told how many are read. */
const TOLD = 5_000;

/**
 * Reads a large `.gavel` file: first all of it through the gate, so that nothing of a bad one is taken; then a session
 * that is not here is stored piece by piece. What a person has to decide on (a merge, entries from the future) is only
 * handed over. Answers the last word.
 */
export async function readRecord(
  database: GavelDatabase,
  { name, text }: { readonly name: string; readonly text: string },
  say: (said: RecordWorkerSays) => void,
): Promise<RecordWorkerSays> {
  const kept = new Set<Id>((await database.sessions.toArray()).map(({ id }) => id));
  const of = entriesIn(name, text);
  const now = Date.now();
  // pieces of the text, which take no room of their own
  const lines: string[] = [];
  let toDecide = 0;
  const session = through(readGavelByEntry(name, text), ({ entry, line }) => {
    lines.push(line);
    if (kept.has(entry.id) || isDayAhead(entry.id, now) || isLastDay(entry.id)) toDecide += 1;
    if (lines.length % TOLD === 0) say({ says: 'read', done: lines.length, of });
  });
  if (!session.ok) return { says: 'refused', error: session.error };
  const holder = await database.entries.where('id').equals(session.value).first();
  const isNew = toDecide === 0 && (holder === undefined || !kept.has(holder.session));
  const takingIn = isNew ? await beginTakingIn(database, session.value) : undefined;
  let storing: Promise<TakenIn | undefined> = Promise.resolve(undefined);
  for (let from = 0; from < lines.length; from += PIECE) {
    const entries = lines.slice(from, from + PIECE).map(entryOf);
    const rows = takingIn === undefined ? [] : batchOf(session.value, entries).rows;
    // while the database has the piece before
    await storing;
    storing = Promise.resolve(takingIn?.store(rows));
    say({ says: 'entries', entries, of, stored: isNew });
  }
  const takenIn = await storing;
  return { says: 'done', session: session.value, ...(takenIn && { takenIn }) };
}

function through<T>(lines: Generator<Line, Result<T>>, take: (line: Line) => void): Result<T> {
  for (let step = lines.next(); ; step = lines.next()) {
    if (step.done === true) return step.value;
    take(step.value);
  }
}

function entryOf(line: string): AnyEntry {
  const entry = parseLine(line);
  if (!entry.ok) throw new Error(`a line that was read before is none now: ${line}`);
  return entry.value;
}
