import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { sessionId } from '../../shared/session/meeting';
import { record } from '../../shared/testing/build';
import { connectBridge } from '../bridge/bridge';
import { memoryShell, type MemoryShell } from '../testing/memory-bridge';
import { batchOf } from './append';
import { openDatabase, type GavelDatabase } from './database';
import { openOutbox, type Outbox } from './outbox';

const said = record({ title: 'Passthrough' }).subsystem('uvc');
const session = sessionId(said.session)!;
const batch = batchOf(session, said.lines);
/** milliseconds instead of seconds, so that a test sees what a person would */
const PATIENCE = 50;

let shell: MemoryShell;
let database: GavelDatabase;
let outbox: Outbox;
let changes: number;

beforeEach(async () => {
  shell = memoryShell();
  connectBridge(shell.bridge);
  const opened = await openDatabase('outbox');
  if (!opened.ok) throw new Error(opened.error.message);
  database = opened.value;
  changes = 0;
  outbox = openOutbox(database, () => (changes += 1), PATIENCE);
});
afterEach(() => database.delete());

const later = (ms: number): Promise<'later'> => new Promise((resolve) => setTimeout(resolve, ms, 'later'));

test('UX-20: saved means that database and journal have both acknowledged, and when', async () => {
  const { kept, saved } = outbox.add(batch);
  expect(outbox.state().waiting).toEqual([batch]);
  await kept;
  await saved;
  expect(await database.entries.count()).toBe(said.lines.length);
  expect(shell.journals.get(session)).toEqual(batch.lines);
  expect(outbox.state()).toEqual({ waiting: [], savedAt: expect.any(String) as unknown });
});

test('a journal that refuses keeps the batch in the outbox, says why, and has it once it takes lines again', async () => {
  shell.journal = 'refuses';
  const { kept, saved } = outbox.add(batch);
  await kept;
  await later(20);
  expect(outbox.state().trouble?.why).toContain('the disk is full');
  expect(outbox.state().waiting).toEqual([batch]);
  expect(await Promise.race([saved, later(20)])).toBe('later');
  shell.journal = 'takes';
  await saved;
  expect(shell.journals.get(session)).toEqual(batch.lines);
  expect(outbox.state().trouble).toBeUndefined();
});

test('a journal that never answers counts as trouble after the patience is over', async () => {
  shell.journal = 'hangs';
  const { saved } = outbox.add(batch);
  await later(20);
  expect(outbox.state().trouble).toBeUndefined();
  await later(PATIENCE);
  expect(outbox.state().trouble?.why).toContain('no answer');
  shell.journal = 'takes';
  await saved;
});

test('a database that fails leaves the lines to the journal, and gets them when it works again', async () => {
  database.close({ disableAutoOpen: true });
  const { kept, saved } = outbox.add(batch);
  expect(await kept).toBeUndefined();
  expect(shell.journals.get(session)).toEqual(batch.lines);
  expect(outbox.state().trouble?.why).toContain('database');
  await database.open();
  await saved;
  expect(await database.entries.count()).toBe(said.lines.length);
});

test('while neither copy takes it, a batch is not kept', async () => {
  database.close({ disableAutoOpen: true });
  shell.journal = 'refuses';
  const { kept } = outbox.add(batch);
  expect(await Promise.race([kept, later(100)])).toBe('later');
  shell.journal = 'takes';
  await kept;
  await database.open();
});

test('whoever shows the state hears of every change of it', async () => {
  await outbox.add(batch).saved;
  expect(changes).toBe(2);
});
