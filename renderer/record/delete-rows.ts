import Dexie from 'dexie';
import type { Id } from '../../shared/record/ids';
import type { GavelDatabase } from './database';

/** Which of a session's rows: those from the first to the last sequence number; without them, all. */
export interface Rows {
  readonly session: Id;
  readonly first?: number;
  readonly last?: number;
}

/**
 * Deletes rows of a session, within the transaction that the caller began; answers how many. The database drops a range
 * of keys at once, where it would look up and delete each row that an index names: so the rows go in runs of keys that
 * follow each other, and a session that was recorded or imported in one go is one of them.
 */
export async function deleteRows(database: GavelDatabase, { session, first, last }: Rows): Promise<number> {
  const { entries } = database;
  const keys = await entries
    .where('[session+seq]')
    .between([session, first ?? Dexie.minKey], [session, last ?? Dexie.maxKey], true, true)
    .primaryKeys();
  await Promise.all(runsOf(keys).map(([from, to]) => entries.where('seq').between(from, to, true, true).delete()));
  return keys.length;
}

/** Ascending numbers as runs without a gap, each from its first to its last. */
function runsOf(keys: readonly number[]): readonly (readonly [first: number, last: number])[] {
  const runs: [number, number][] = [];
  for (const key of keys) {
    const run = runs.at(-1);
    if (run?.[1] === key - 1) run[1] = key;
    else runs.push([key, key]);
  }
  return runs;
}
