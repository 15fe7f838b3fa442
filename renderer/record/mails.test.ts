import 'fake-indexeddb/auto';
import Dexie from 'dexie';
import fc from 'fast-check';
import { afterEach, expect, test } from 'vitest';
import type { Id } from '../../shared/record/ids';
import { runs } from '../../shared/testing/runs';
import type { Mail } from '../../shared/thread/mail';
import { openDatabase, type GavelDatabase } from './database';
import type { MailRow } from './rows';
import {
  beginImport,
  finishImport,
  readBody,
  readHeads,
  readMails,
  storeMails,
  takeBackImport,
  takeBackUnfinished,
} from './mails';

const SESSION = '2026-11-22T10:00:00.000Z-00-k7f3q2xa' as Id;

function mail(id: string, body: string, fields = 5): Mail {
  return {
    id,
    author: { name: 'Ana', address: 'ana@list.example' },
    to: [],
    cc: [],
    subject: 'Layout',
    dateText: '',
    parents: [],
    references: [],
    lists: [],
    body,
    place: 0,
    fields,
    warnings: [],
  };
}

let opened: GavelDatabase | undefined;
async function fresh(): Promise<GavelDatabase> {
  const database = await openDatabase('mails');
  if (!database.ok) throw new Error(database.error.message);
  opened = database.value;
  return opened;
}
afterEach(async () => {
  opened?.close();
  await Dexie.delete('mails');
});

async function take(database: GavelDatabase, batch: string, ...parts: readonly (readonly Mail[])[]) {
  await beginImport(database, batch);
  const results = [];
  for (const part of parts) results.push(await storeMails(database, SESSION, batch, part));
  await finishImport(
    database,
    batch,
    results.flatMap(({ fuller }) => fuller),
  );
  return { added: results.reduce((sum, { added }) => sum + added, 0), conflicts: results.flatMap((r) => r.conflicts) };
}

async function allOf<T>(parts: AsyncIterable<readonly T[]>): Promise<readonly T[]> {
  const all: T[] = [];
  for await (const part of parts) all.push(...part);
  return all;
}

async function headsOf(database: GavelDatabase): Promise<readonly MailRow[]> {
  return allOf(readHeads(database, SESSION));
}

async function texts(database: GavelDatabase): Promise<readonly string[]> {
  const heads = await headsOf(database);
  const all = await Promise.all(
    heads.map(async (head) => `${head.id} ${(await readBody(database, head))?.body ?? ''}`),
  );
  return all.sort();
}

test('importing again adds nothing', async () => {
  const database = await fresh();
  const mails = [mail('a@x.example', 'one'), mail('b@x.example', 'two')];
  expect(await take(database, 'first', mails)).toMatchObject({ added: 2 });
  expect(await take(database, 'second', mails)).toMatchObject({ added: 0, conflicts: [] });
});

test('another text under one Message-ID is kept beside the first, and named', async () => {
  const database = await fresh();
  await take(database, 'first', [mail('a@x.example', 'one')]);
  expect(await take(database, 'second', [mail('a@x.example', 'other')])).toMatchObject({
    added: 1,
    conflicts: ['a@x.example'],
  });
  expect(await texts(database)).toEqual(['a@x.example one', 'a@x.example other']);
});

test('a fuller copy takes the place of one that tells less', async () => {
  const database = await fresh();
  await take(database, 'first', [mail('a@x.example', 'one', 3)]);
  await take(database, 'second', [mail('a@x.example', 'one', 9)]);
  expect((await headsOf(database)).map(({ head }) => head.fields)).toEqual([9]);
});

test('more mails than are read at once are all read, in the order of their ids, with their texts', async () => {
  const database = await fresh();
  const mails = Array.from({ length: 1_203 }, (_, at) =>
    mail(`${String(at).padStart(5, '0')}@x.example`, `text ${String(at)}`),
  );
  await take(database, 'first', mails);
  await take(database, 'second', [mail('00499@x.example', 'another text')]);
  const read = await allOf(readMails(database, SESSION));
  expect(read.filter(({ body }) => body !== 'another text').map(({ id, body }) => [id, body])).toEqual(
    mails.map(({ id, body }) => [id, body]),
  );
  expect(read).toHaveLength(1_204);
});

test('whatever the order and the parts in which mails come, the same is kept', async () => {
  const some = fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.constantFrom('one', 'two')), { maxLength: 8 });
  await fc.assert(
    fc.asyncProperty(some, fc.nat(8), fc.boolean(), async (said, cut, turned) => {
      const database = await fresh();
      const mails = said.map(([id, body]) => mail(`${id}@x.example`, body));
      const inOrder = turned ? mails.toReversed() : mails;
      await take(database, 'first', inOrder.slice(0, cut), inOrder.slice(cut));
      const found = await texts(database);
      expect(found).toEqual([...new Set(mails.map(({ id, body }) => `${id} ${body}`))].sort());
      database.close();
      await Dexie.delete('mails');
    }),
    { numRuns: Math.min(runs, 100) },
  );
});

test('an import that is taken back, or was never finished, leaves the database as it was', async () => {
  const database = await fresh();
  await take(database, 'first', [mail('a@x.example', 'one', 3)]);
  const before = await texts(database);
  await beginImport(database, 'second');
  await storeMails(database, SESSION, 'second', [mail('a@x.example', 'one', 9), mail('b@x.example', 'two')]);
  expect(await texts(database)).toEqual(before);
  await takeBackImport(database, 'second');
  expect(await database.mails.count()).toBe(1);
  expect(await database.bodies.count()).toBe(1);
  await beginImport(database, 'third');
  await storeMails(database, SESSION, 'third', [mail('c@x.example', 'three')]);
  await takeBackUnfinished(database);
  expect(await texts(database)).toEqual(before);
  expect(await database.mails.count()).toBe(1);
});
