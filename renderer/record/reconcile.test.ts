import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Instant } from '../../shared/record/ids';
import { sessionId } from '../../shared/session/meeting';
import { record } from '../../shared/testing/build';
import { connectBridge } from '../bridge/bridge';
import { memoryShell, type MemoryShell } from '../testing/memory-bridge';
import { batchOf, storeBatch } from './append';
import { openDatabase, type GavelDatabase } from './database';
import { reconcile } from './reconcile';

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
  expect(await reconcile(database)).toEqual([]);
  expect(shell.asked).toEqual([{ channel: 'journal-read', request: {} }]);
});

test('an empty database beside a full journal gets all of it back, in the list of sessions too', async () => {
  shell.journals.set(session, [...lines]);
  expect(await reconcile(database)).toEqual([
    { session, title: 'Passthrough', replayed: lines.length, journaled: 0, troubles: [] },
  ]);
  expect((await database.entries.toArray()).map(({ entry }) => entry)).toEqual(said.lines);
  expect((await database.sessions.get(session))?.title).toBe('Passthrough');
});

test('a journal that is behind gets what it lacks', async () => {
  await inDatabase(lines.length);
  shell.journals.set(session, lines.slice(0, 1));
  expect(await reconcile(database)).toMatchObject([{ replayed: 0, journaled: lines.length - 1 }]);
  expect(shell.journals.get(session)).toEqual(lines);
});

test('copies that each lack something end up alike', async () => {
  await inDatabase(2);
  shell.journals.set(session, [lines[0]!, lines[2]!, lines[3]!]);
  expect(await reconcile(database)).toMatchObject([{ replayed: 2, journaled: 1 }]);
  expect(new Set(shell.journals.get(session))).toEqual(new Set(lines));
  expect(await database.entries.count()).toBe(lines.length);
});

test('a line of the journal that is no entry is named, and the others come back', async () => {
  shell.journals.set(session, [...lines, '{"id":"nonsense"}']);
  const [found] = await reconcile(database);
  expect(found).toMatchObject({ replayed: lines.length, troubles: [expect.stringContaining('no entry')] });
});

test('a line that stands twice in the journal is one line', async () => {
  await inDatabase(lines.length);
  shell.journals.set(session, [...lines, lines[0]!]);
  expect(await reconcile(database)).toEqual([]);
});
