import 'fake-indexeddb/auto';
import Dexie from 'dexie';
import { expect, test } from 'vitest';
import { openDatabase } from './database';
import { SCHEMA } from '../../shared/schema';
import { MIGRATIONS } from './migrations';

test('the schema’s number is that of its last migration', () => {
  expect(MIGRATIONS.map(({ version }) => version)).toEqual(Array.from({ length: SCHEMA }, (_, at) => at + 1));
});

test('a new database notes the number of its schema', async () => {
  const opened = await openDatabase('new');
  expect(opened.ok && (await opened.value.meta.get('schema'))?.value).toBe(SCHEMA);
  if (opened.ok) opened.value.close();
});

test('Row 24: data of a newer program are refused and left as they are', async () => {
  const newer = new Dexie('newer');
  newer
    .version(9)
    .stores({ entries: '++seq, &hash, id, [session+seq]', drafts: 'key', sessions: 'id', meta: 'key', votes: 'id' });
  await newer.table('meta').put({ key: 'schema', value: SCHEMA + 1 });
  await newer.table('votes').put({ id: 'kept' });
  newer.close();

  const opened = await openDatabase('newer');
  expect(opened).toMatchObject({ ok: false, error: { found: `schema ${String(SCHEMA + 1)}` } });

  const again = new Dexie('newer');
  await again.open();
  expect(await again.table('votes').toArray()).toEqual([{ id: 'kept' }]);
  again.close();
});
