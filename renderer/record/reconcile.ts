import { lineOf, parseLine } from '../../shared/record/canon';
import type { AnyEntry } from '../../shared/record/entry';
import { isId, toInstant, type Id } from '../../shared/record/ids';
import { refusalText } from '../../shared/result';
import { batchOf, storeBatch } from './append';
import { databaseFault, type GavelDatabase } from './database';
import { appendToJournal, listJournals, readJournal } from './journal';
import { readRows } from './read';

/** What was found and done when the two copies of one session were compared. */
export interface Reconciled {
  readonly session: Id;
  /** its title in the list of sessions */
  readonly title: string;
  /** lines that the database lacked and has now */
  readonly replayed: number;
  /** lines that the journal lacked and has now */
  readonly journaled: number;
  /** what could not be done, in words */
  readonly troubles: readonly string[];
}

/**
 * Compares each session with its journal: their counts, and where these differ their lines. What the database lacks is
 * replayed into it through the gate for foreign data, what the journal lacks is appended to it. Chromium deletes a
 * damaged database without a word; an empty one beside full journals is the case this is for. Answers the sessions in
 * which the two differed.
 */
export async function reconcile(database: GavelDatabase): Promise<readonly Reconciled[]> {
  const listed = await listJournals();
  if (!listed.ok) throw new Error(refusalText(listed.error));
  const inJournal = new Map(listed.value.journals.map(({ session, lines }) => [session, lines]));
  const inDatabase = new Map((await database.sessions.toArray()).map(({ id, entries }) => [id as string, entries]));
  const found: Reconciled[] = [];
  for (const session of new Set([...inJournal.keys(), ...inDatabase.keys()])) {
    if (!isId(session) || (inJournal.get(session) ?? 0) === (inDatabase.get(session) ?? 0)) continue;
    const reconciled = await reconcileSession(database, session);
    if (reconciled.replayed + reconciled.journaled + reconciled.troubles.length > 0) found.push(reconciled);
  }
  return found;
}

async function reconcileSession(database: GavelDatabase, session: Id): Promise<Reconciled> {
  const troubles: string[] = [];
  let replayed: readonly AnyEntry[] = [];
  let journaled: readonly string[] = [];
  try {
    const journal = await readJournal(session);
    if (!journal.ok) throw new Error(refusalText(journal.error));
    const known = await databaseLines(database, session);
    const lines = new Set(journal.value.lines);
    replayed = [...lines].filter((line) => !known.has(line)).flatMap((line) => entryIn(line, troubles));
    journaled = [...known].filter((line) => !lines.has(line));
    if (replayed.length > 0) await storeBatch(database, batchOf(session, replayed), toInstant(Date.now()));
    await appendToJournal(session, journaled);
  } catch (error) {
    troubles.push(databaseFault(error));
  }
  const title = (await database.sessions.get(session))?.title ?? session;
  return { session, title, replayed: replayed.length, journaled: journaled.length, troubles };
}

async function databaseLines(database: GavelDatabase, session: Id): Promise<ReadonlySet<string>> {
  const lines = new Set<string>();
  await readRows(database, session, 0, (rows) => {
    for (const { entry } of rows) lines.add(lineOf(entry));
  });
  return lines;
}

/** A journal's line as an entry; one that is none is named and left where it is. */
function entryIn(line: string, troubles: string[]): readonly AnyEntry[] {
  const entry = parseLine(line);
  if (entry.ok) return [entry.value];
  troubles.push(`A line of the journal is no entry (found ${entry.error.found}, expected ${entry.error.expected}).`);
  return [];
}
