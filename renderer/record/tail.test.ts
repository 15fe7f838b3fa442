import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Instant } from '../../shared/record/ids';
import { sessionId } from '../../shared/session/meeting';
import { record } from '../../shared/testing/build';
import { batchOf, storeBatch } from './append';
import { openDatabase, type GavelDatabase } from './database';
import { openTail } from './tail';

const AT = '2024-09-17T09:00:00.000Z' as Instant;
const said = record().subsystem('uvc').people('ana', 'bo', 'cy', 'di');
const session = sessionId(said.session)!;
let database: GavelDatabase;
let taken: string[];

beforeEach(async () => {
  const opened = await openDatabase('tail');
  if (!opened.ok) throw new Error(opened.error.message);
  database = opened.value;
  taken = [];
});
afterEach(() => database.delete());

const store = (from: number, to: number) => storeBatch(database, batchOf(session, said.lines.slice(from, to)), AT);
const tailFrom = (seq: number) =>
  openTail(database, session, seq, (rows) => taken.push(...rows.map(({ entry }) => entry.id)));
const idsOf = (from: number, to: number) => said.lines.slice(from, to).map(({ id }) => id);

test('a window reads only the rows above the last that it took', async () => {
  await store(0, 2);
  const tail = tailFrom(2);
  await store(2, 4);
  await tail.follow();
  expect(taken).toEqual(idsOf(2, 4));
  await tail.follow();
  expect(taken).toEqual(idsOf(2, 4));
});

test('rows that this window stored itself are not read again', async () => {
  const tail = tailFrom(0);
  tail.passed((await store(0, 2))!);
  await store(2, 3);
  await tail.follow();
  expect(taken).toEqual(idsOf(2, 3));
});

test('where another window stored between, nothing is left out', async () => {
  const tail = tailFrom(0);
  await store(0, 1);
  tail.passed((await store(1, 2))!);
  await tail.follow();
  expect(taken).toEqual(idsOf(0, 2));
});

test('readings that overlap take each row once', async () => {
  const tail = tailFrom(0);
  await store(0, 4);
  await Promise.all([tail.follow(), tail.follow()]);
  expect(taken).toEqual(idsOf(0, 4));
});
