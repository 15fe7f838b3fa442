import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { sessionId } from '../../shared/session/meeting';
import { record } from '../../shared/testing/build';
import { batchOf, storeBatch } from './append';
import { openDatabase, type GavelDatabase } from './database';
import { beginTakingIn, finishTakingIn, takeBackSessions } from './take-in';

const said = record({ title: 'Passthrough' }).subsystem('uvc').people('ana', 'bo').position('ana', 'uvc', 'abstain');
const session = sessionId(said.session)!;
const { rows } = batchOf(session, said.lines);
let database: GavelDatabase;

beforeEach(async () => {
  const opened = await openDatabase('take-in');
  if (!opened.ok) throw new Error(opened.error.message);
  database = opened.value;
});
afterEach(() => database.delete());

const kept = async (): Promise<readonly number[]> => [
  await database.entries.count(),
  await database.sessions.count(),
  await database.meta.where('key').notEqual('schema').count(),
];

test('a session counts when all of its rows are there, and is in the list then as if it came in one go', async () => {
  const takingIn = await beginTakingIn(database, session);
  await takingIn.store(rows.slice(0, 2));
  expect(await database.sessions.count()).toBe(0);
  const taken = await takingIn.store(rows.slice(2));
  await finishTakingIn(database, taken);
  expect(await kept()).toEqual([rows.length, 1, 0]);
  expect(taken.last).toBe(rows.length);
  expect(await database.sessions.get(session)).toMatchObject({
    title: 'Passthrough',
    entries: rows.length,
    last: said.last,
  });
});

test('one that was not finished leaves nothing behind, and touches no other session', async () => {
  const other = said.lines.slice(0, 1).map((entry) => ({ ...entry, title: 'Another' }));
  await storeBatch(database, batchOf(said.last, other), said.now);
  const takingIn = await beginTakingIn(database, session);
  await takingIn.store(rows.slice(0, 3));
  await takeBackSessions(database);
  expect(await kept()).toEqual([1, 1, 0]);
});

test('one that was finished is not taken back', async () => {
  const takingIn = await beginTakingIn(database, session);
  await finishTakingIn(database, await takingIn.store(rows));
  await takeBackSessions(database);
  expect(await kept()).toEqual([rows.length, 1, 0]);
});

test('what an earlier try left does not stand in the way of the next', async () => {
  await (await beginTakingIn(database, session)).store(rows.slice(0, 3));
  const again = await beginTakingIn(database, session);
  const taken = await again.store(rows);
  expect(taken.row.entries).toBe(rows.length);
  expect(await database.entries.count()).toBe(rows.length);
});
