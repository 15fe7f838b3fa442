import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { writeFile } from '../../shared/file/write';
import type { AnyEntry } from '../../shared/record/entry';
import type { Id } from '../../shared/record/ids';
import { sha256Of } from '../../shared/record/sha256';
import { sessionId } from '../../shared/session/meeting';
import { record } from '../../shared/testing/build';
import { batchOf, storeBatch } from './append';
import { openDatabase, type GavelDatabase } from './database';
import { readRecord } from './read-record';
import type { RecordWorkerSays } from './record-messages';
import { finishTakingIn } from './take-in';

const said = record({ title: 'Passthrough' }).subsystem('uvc').people('ana', 'bo').position('ana', 'uvc', 'abstain');
const session = sessionId(said.session)!;
const text = writeFile(said.lines, sha256Of);
let database: GavelDatabase;
let told: RecordWorkerSays[];

beforeEach(async () => {
  const opened = await openDatabase('read-record');
  if (!opened.ok) throw new Error(opened.error.message);
  database = opened.value;
  told = [];
});
afterEach(() => database.delete());

const read = (file: string, name = 'a.gavel'): Promise<RecordWorkerSays> =>
  readRecord(database, { name, text: file }, (each) => told.push(each));
const given = (): readonly AnyEntry[] => told.flatMap((each) => (each.says === 'entries' ? each.entries : []));

test('a session that is not here is stored while it is handed over, and waits for its place in the list', async () => {
  const done = await read(text);
  expect(given()).toEqual(said.lines);
  expect(told).toContainEqual(expect.objectContaining({ says: 'entries', stored: true, of: said.lines.length }));
  expect((await database.entries.toArray()).map(({ entry }) => entry)).toEqual(said.lines);
  expect(await database.sessions.count()).toBe(0);
  if (done.says !== 'done' || done.takenIn === undefined) throw new Error('it was not taken in');
  await finishTakingIn(database, done.takenIn);
  expect(await database.sessions.get(session)).toMatchObject({ entries: said.lines.length });
});

test('a journal is taken in as the file of its lines', async () => {
  const lines = text.split('\n').slice(1, -2).reverse();
  await read([text.split('\n')[0], ...lines, ''].join('\n'), 'a.gavel-journal');
  expect(given()).toEqual(said.lines);
});

test('of a file with one bad line nothing is stored', async () => {
  const bad = text.replace('"abstain"', '"perhaps"');
  expect(await read(bad)).toMatchObject({ says: 'refused' });
  expect(await read(text.slice(0, -20))).toMatchObject({ says: 'refused' });
  expect([await database.entries.count(), given()]).toEqual([0, []]);
});

test('a session that is here is only handed over: a person decides on a merge', async () => {
  await storeBatch(database, batchOf(session, said.lines.slice(0, 2)), said.now);
  expect(await read(text)).toEqual({ says: 'done', session });
  expect(given()).toEqual(said.lines);
  expect(await database.entries.count()).toBe(2);
});

test('entries from the future are only handed over', async () => {
  const future = said.lines.map((entry) => ({ ...entry, id: entry.id.replace('2024', '9024') as Id }));
  expect(await read(writeFile(future, sha256Of))).not.toHaveProperty('takenIn');
  expect(await database.entries.count()).toBe(0);
});
