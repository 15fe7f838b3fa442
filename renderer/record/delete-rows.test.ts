import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Id, Instant } from '../../shared/record/ids';
import { sessionId } from '../../shared/session/meeting';
import { record } from '../../shared/testing/build';
import { batchOf, storeBatch } from './append';
import { openDatabase, type GavelDatabase } from './database';
import { deleteRows } from './delete-rows';

const AT = '2024-09-17T09:00:00.000Z' as Instant;
const ours = record().subsystem('uvc').people('ana', 'bo');
const other = record({ title: 'Another' }).subsystem('isp').subsystem('media').people('cy');
const session = sessionId(ours.session)!;
const another = '2024-09-18T09:00:00.000Z-000-kanother' as Id;
let database: GavelDatabase;

beforeEach(async () => {
  const opened = await openDatabase('delete-rows');
  if (!opened.ok) throw new Error(opened.error.message);
  database = opened.value;
  // by turns, as two sessions that are recorded at the same time
  for (let at = 0; at < 4; at += 1) {
    await storeBatch(database, batchOf(session, ours.lines.slice(at, at + 1)), AT);
    await storeBatch(database, batchOf(another, other.lines.slice(at, at + 1)), AT);
  }
});
afterEach(() => database.delete());

const left = async (): Promise<readonly string[]> => (await database.entries.toArray()).map((row) => row.session);

test('all rows of a session go, and none of another that lies between them', async () => {
  expect(await deleteRows(database, { session })).toBe(4);
  expect(await left()).toEqual([another, another, another, another]);
});

test('rows from one to another go, the first and the last included', async () => {
  expect(await deleteRows(database, { session, first: 3, last: 6 })).toBe(2);
  expect(await database.entries.toCollection().primaryKeys()).toEqual([1, 2, 4, 6, 7, 8]);
});

test('what is gone may come again: its hash is free', async () => {
  await deleteRows(database, { session });
  expect(await storeBatch(database, batchOf(session, ours.lines), AT)).toBeDefined();
});
