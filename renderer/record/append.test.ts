import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Instant } from '../../shared/record/ids';
import { sessionId } from '../../shared/session/meeting';
import { record } from '../../shared/testing/build';
import { batchOf, storeBatch } from './append';
import { openDatabase, type GavelDatabase } from './database';
import { mergedEntries } from './take-back';

const AT = '2024-09-17T09:00:00.000Z' as Instant;
const said = record({ title: 'Passthrough' })
  .subsystem('uvc')
  .people('ana', 'bo')
  .position('ana', 'uvc', 'standard-required');
const session = sessionId(said.session)!;
let database: GavelDatabase;

beforeEach(async () => {
  const opened = await openDatabase('append');
  if (!opened.ok) throw new Error(opened.error.message);
  database = opened.value;
});
afterEach(() => database.delete());

test('entries, the session’s row and the cleared draft are stored in one transaction', async () => {
  await database.drafts.put({ key: 'entry', text: '@ana std', typed: 1 });
  const stored = await storeBatch(database, batchOf(session, said.lines, { key: 'entry', typed: 1 }), AT);
  expect(stored).toEqual({ first: 1, last: said.lines.length });
  expect(await database.entries.count()).toBe(said.lines.length);
  expect(await database.drafts.count()).toBe(0);
  expect(await database.sessions.toArray()).toEqual([
    { id: session, title: 'Passthrough', entries: said.lines.length, last: said.last, stored: AT },
  ]);
});

test('what was typed after a batch was recorded stays, also where the batch is stored late', async () => {
  await database.drafts.put({ key: 'entry', text: '@bo us', typed: 2 });
  await storeBatch(database, batchOf(session, said.lines, { key: 'entry', typed: 1 }), AT);
  expect(await database.drafts.toArray()).toMatchObject([{ text: '@bo us' }]);
});

test('storing a batch again changes nothing, and says that it was there', async () => {
  const batch = batchOf(session, said.lines);
  await storeBatch(database, batch, AT);
  expect(await storeBatch(database, batch, AT)).toBeUndefined();
  expect(await database.entries.count()).toBe(said.lines.length);
  expect((await database.sessions.get(session))?.entries).toBe(said.lines.length);
});

test('a batch that is partly there adds the rest', async () => {
  await storeBatch(database, batchOf(session, said.lines.slice(0, 2)), AT);
  expect(await storeBatch(database, batchOf(session, said.lines), AT)).toBeUndefined();
  expect(await database.entries.count()).toBe(said.lines.length);
  expect((await database.sessions.get(session))?.entries).toBe(said.lines.length);
});

test('a merge of which some lines are there notes those that came; one that brings nothing leaves that one to undo', async () => {
  const merged = (name: string) => ({ ...batchOf(session, said.lines), merged: { name, before: said.last } });
  await storeBatch(database, batchOf(session, said.lines.slice(0, 2)), AT);
  await storeBatch(database, merged('a.gavel'), AT);
  const row = await database.sessions.get(session);
  expect(row?.merged).toMatchObject({ name: 'a.gavel', last: (await database.entries.toArray()).at(-1)?.seq });
  expect(await mergedEntries(database, row!)).toEqual(said.lines.slice(2));
  await storeBatch(database, merged('b.gavel'), AT);
  expect((await database.sessions.get(session))?.merged).toEqual(row?.merged);
});

test('a batch with a row that the database can’t hold leaves nothing of itself', async () => {
  const batch = batchOf(session, said.lines);
  const broken = { ...batch, rows: [...batch.rows, { ...batch.rows[0]!, hash: 'other', entry: (() => 0) as never }] };
  await expect(storeBatch(database, broken, AT)).rejects.toThrow();
  expect(await database.entries.count()).toBe(0);
  expect(await database.sessions.count()).toBe(0);
});

test('the database asks for strict durability', () => {
  const options = (database as unknown as { readonly _options: { readonly chromeTransactionDurability: string } })
    ._options;
  expect(options.chromeTransactionDurability).toBe('strict');
});

test('a large batch says how much of it is stored so far', async () => {
  const notes = Array.from({ length: 1_200 }, (_, at) => ({ kind: 'note-taken', text: `line ${String(at)}` }) as const);
  const large = record().add(...notes).lines;
  const told: number[] = [];
  await storeBatch(database, { ...batchOf(session, large), told: (done) => told.push(done) }, AT);
  expect(await database.entries.count()).toBe(large.length);
  expect(told).toEqual([500, 1_000, large.length]);
});
