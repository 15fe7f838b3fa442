import 'fake-indexeddb/auto';
import { forceCloseDatabase } from 'fake-indexeddb';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
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
let renewals: number;

beforeEach(async () => {
  shell = memoryShell();
  connectBridge(shell.bridge);
  const opened = await openDatabase('outbox');
  if (!opened.ok) throw new Error(opened.error.message);
  database = opened.value;
  changes = 0;
  renewals = 0;
  outbox = openOutbox(database, { changed: () => (changes += 1), renewed: () => (renewals += 1) }, PATIENCE);
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

test('a database that was closed leaves the lines to the journal; it is opened and gets them when the disk has room', async () => {
  shell.room = false;
  database.close();
  const { kept, saved } = outbox.add(batch);
  expect(await kept).toBeUndefined();
  expect(shell.journals.get(session)).toEqual(batch.lines);
  expect(outbox.state().trouble?.why).toContain('database');
  await later(1_000);
  expect(outbox.state().trouble?.why).toContain('the disk is full');
  expect(database.isOpen()).toBe(false);
  expect(outbox.closed()).toContain('the disk is full');
  expect(renewals).toBe(0);
  shell.room = true;
  await saved;
  expect(await database.entries.count()).toBe(said.lines.length);
  expect(outbox.closed()).toBeUndefined();
  expect(renewals).toBe(1);
});

test('of lines that the journal alone has it notes the newest count of each text that they come from', async () => {
  shell.room = false;
  database.close({ disableAutoOpen: true });
  const saved: Promise<void>[] = [];
  for (const [at, typed] of [3, 5, 4].entries()) {
    const write = outbox.add({ ...batch, drafts: [{ key: at === 0 ? 'note' : 'entry', typed }] });
    saved.push(write.saved);
    await write.kept;
  }
  expect(shell.drafts.get(session)).toEqual([
    { key: 'note', typed: 3 },
    { key: 'entry', typed: 5 },
  ]);
  shell.room = true;
  await Promise.all(saved);
  expect(shell.drafts.get(session)).toEqual([]);
});

test('an open that failed once is tried again', async () => {
  database.close();
  vi.spyOn(database, 'openFit').mockRejectedValueOnce(new Error('Internal error opening backing store'));
  await outbox.add(batch).saved;
  expect(await database.entries.count()).toBe(said.lines.length);
});

test('a database that the browser closes is opened again before anything is written', async () => {
  forceCloseDatabase(database.backendDB() as never);
  while (renewals === 0) await later(5);
  expect(await database.entries.count()).toBe(0);
  await outbox.add(batch).saved;
  expect(outbox.state().trouble).toBeUndefined();
});

test('Row 21: one that comes between the closing and the word of it waits too: nothing opens the database before it is mended', async () => {
  const opens = vi.spyOn(indexedDB, 'open');
  const mended = (): boolean => shell.asked.some(({ channel }) => channel === 'window-act');
  const openedAt: boolean[] = [];
  opens.mockImplementation((...given) => {
    openedAt.push(mended());
    return IDBFactory.prototype.open.apply(indexedDB, given);
  });
  // as the browser does it: what is left is a connection that takes no transaction
  database.backendDB().close();
  await outbox.add(batch).saved;
  opens.mockRestore();
  expect(openedAt).toEqual([true]);
  expect(await database.entries.count()).toBe(said.lines.length);
});

test('while neither copy takes it, a batch is not kept', async () => {
  shell.room = false;
  database.close();
  shell.journal = 'refuses';
  const { kept } = outbox.add(batch);
  expect(await Promise.race([kept, later(100)])).toBe('later');
  shell.journal = 'takes';
  await kept;
  shell.room = true;
});

test('whoever shows the state hears of every change of it', async () => {
  await outbox.add(batch).saved;
  expect(changes).toBe(2);
});
