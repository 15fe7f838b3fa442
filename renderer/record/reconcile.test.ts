import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Instant } from '../../shared/record/ids';
import { sessionId } from '../../shared/session/meeting';
import { record } from '../../shared/testing/build';
import { connectBridge } from '../bridge/bridge';
import { memoryShell, type MemoryShell } from '../testing/memory-bridge';
import { batchOf, storeBatch } from './append';
import { openDatabase, type GavelDatabase } from './database';
import { journalsAlone, makeAlike, reconcile } from './reconcile';

const AT = '2024-09-17T09:00:00.000Z' as Instant;
const said = record({ title: 'Passthrough' }).subsystem('uvc').people('ana').position('ana', 'uvc', 'abstain');
const session = sessionId(said.session)!;
const { lines } = batchOf(session, said.lines);

let shell: MemoryShell;
let database: GavelDatabase;

beforeEach(async () => {
  shell = memoryShell();
  connectBridge(shell.bridge);
  const opened = await openDatabase('reconcile');
  if (!opened.ok) throw new Error(opened.error.message);
  database = opened.value;
});
afterEach(() => database.delete());

async function inDatabase(count: number): Promise<void> {
  await storeBatch(database, batchOf(session, said.lines.slice(0, count)), AT);
}

test('where both copies agree nothing is read or written', async () => {
  await inDatabase(lines.length);
  shell.journals.set(session, [...lines]);
  expect(await reconcile(database)).toEqual({ done: [], open: [] });
  expect(shell.asked).toEqual([{ channel: 'journal-read', request: {} }]);
});

test('an empty database beside a full journal gets all of it back, in the list of sessions too', async () => {
  shell.journals.set(session, [...lines]);
  expect(await reconcile(database)).toEqual({
    done: [
      { session, title: 'Passthrough', replayed: lines.length, drafts: [], journaled: 0, mended: [], troubles: [] },
    ],
    open: [],
  });
  expect((await database.entries.toArray()).map(({ entry }) => entry)).toEqual(said.lines);
  expect((await database.sessions.get(session))?.title).toBe('Passthrough');
});

test('a journal that is behind gets what it lacks', async () => {
  await inDatabase(lines.length);
  shell.journals.set(session, lines.slice(0, 1));
  expect((await reconcile(database)).done).toMatchObject([{ replayed: 0, journaled: lines.length - 1 }]);
  expect(shell.journals.get(session)).toEqual(lines);
});

test('a journal that is gone is written again from the database', async () => {
  await inDatabase(lines.length);
  expect((await reconcile(database)).done).toMatchObject([{ replayed: 0, journaled: lines.length }]);
  expect(shell.journals.get(session)).toEqual(lines);
});

test('copies that each lack something end up alike', async () => {
  await inDatabase(2);
  shell.journals.set(session, [lines[0]!, lines[2]!, lines[3]!]);
  expect((await reconcile(database)).done).toMatchObject([{ replayed: 2, journaled: 1 }]);
  expect(new Set(shell.journals.get(session))).toEqual(new Set(lines));
  expect(await database.entries.count()).toBe(lines.length);
});

test('a damaged line of the journal is named by its number and time, and mended from the database', async () => {
  await inDatabase(lines.length);
  shell.journals.set(session, [lines[0]!, '', ...lines.slice(2)]);
  shell.changed.add(session);
  const { done, open } = await reconcile(database);
  expect(open).toEqual([]);
  expect(done).toMatchObject([{ journaled: 1, mended: [`line 3, after ${said.lines[0]!.id.slice(0, 24)}`] }]);
  expect(new Set(shell.journals.get(session))).toEqual(new Set(lines));
});

test('a word that changed in the journal, where as many lines are there as before, does not become a second version', async () => {
  await inDatabase(lines.length);
  shell.journals.set(
    session,
    lines.map((line) => line.replace('abstain', 'recuse')),
  );
  shell.changed.add(session);
  expect((await reconcile(database)).done).toMatchObject([{ replayed: 0, journaled: 1, mended: [expect.any(String)] }]);
  expect(new Set(shell.journals.get(session))).toEqual(new Set(lines));
  expect(await database.entries.count()).toBe(lines.length);
});

test('a line that is damaged in the journal and gone from the database comes back from the snapshot', async () => {
  shell.journals.set(session, [lines[0]!, '', ...lines.slice(2)]);
  shell.snapshots.set(session, lines.slice(0, 3));
  expect((await reconcile(database)).done).toMatchObject([{ replayed: lines.length, mended: [expect.any(String)] }]);
  expect(await database.entries.count()).toBe(lines.length);
});

test('a line that no copy has is a loss: nothing is changed before a person has seen it', async () => {
  shell.journals.set(session, [lines[0]!, '', ...lines.slice(2)]);
  const { done, open } = await reconcile(database);
  expect(done).toEqual([]);
  expect(open).toMatchObject([{ session, comparison: { damaged: [{ line: 3, recovered: false }] } }]);
  expect(await database.entries.count()).toBe(0);
  await makeAlike(database, open[0]!);
  expect(await database.entries.count()).toBe(lines.length - 1);
  expect((await reconcile(database)).open).toEqual([]);
});

test('where the newest snapshot has more than both, a person decides', async () => {
  await inDatabase(2);
  shell.journals.set(session, lines.slice(0, 2));
  shell.snapshots.set(session, lines);
  const { open } = await reconcile(database);
  expect(open).toMatchObject([{ comparison: { snapshotOnly: lines.slice(2) } }]);
  await makeAlike(database, open[0]!);
  expect(await database.entries.count()).toBe(lines.length);
  expect(shell.journals.get(session)).toEqual(lines);
});

test('a session that is missing in the list is listed again', async () => {
  await inDatabase(lines.length);
  shell.journals.set(session, [...lines]);
  await database.sessions.clear();
  await reconcile(database);
  expect(await database.sessions.get(session)).toMatchObject({ title: 'Passthrough', entries: lines.length });
});

test('a line that stands twice in the journal is one line', async () => {
  await inDatabase(lines.length);
  shell.journals.set(session, [...lines, lines[0]!]);
  expect(await reconcile(database)).toEqual({ done: [], open: [] });
});

test('without a database journals and snapshots tell what they hold', async () => {
  shell.journals.set(session, lines.slice(0, 2));
  shell.snapshots.set(session, lines);
  expect(await journalsAlone()).toMatchObject([{ session, comparison: { snapshotOnly: lines.slice(2) } }]);
});
