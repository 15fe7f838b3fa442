import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { runs } from '../../shared/testing/runs';
import type { Id } from '../../shared/record/ids';
import { openDatabase } from './database';
import { readRows } from './read';

const SESSIONS = ['2024-09-17T08:00:01.000Z-000-testtest', '2024-09-17T08:00:02.000Z-000-testtest'] as Id[];

test('however sessions lie between each other, each is read whole, in order, and from where one stood', async () => {
  const opened = await openDatabase('read');
  if (!opened.ok) throw new Error(opened.error.message);
  const database = opened.value;
  await fc.assert(
    fc.asyncProperty(fc.array(fc.nat(1), { maxLength: 40 }), fc.nat(40), async (whose, above) => {
      await database.entries.clear();
      await database.sessions.clear();
      const rows = whose.map((n, i) => ({
        hash: String(i),
        session: SESSIONS[n]!,
        id: String(i) as Id,
        entry: { id: String(i) } as never,
      }));
      const last = rows.length === 0 ? 0 : await database.entries.bulkAdd(rows);
      const from = last - rows.length + above;
      for (const id of SESSIONS) {
        const own = rows.filter(({ session }) => session === id);
        await database.sessions.put({ id, title: '', entries: own.length, last: id, stored: '' as never });
        for (const start of [0, from]) {
          const read: string[] = [];
          const end = await readRows(database, id, start, (some) => read.push(...some.map((row) => row.hash)));
          const expected = (await database.entries.toArray()).filter(
            ({ seq, session }) => session === id && seq > start,
          );
          expect(read).toEqual(expected.map(({ hash }) => hash));
          expect(end).toBe(expected.at(-1)?.seq ?? start);
        }
      }
    }),
    { numRuns: Math.ceil(runs / 2) },
  );
  await database.delete();
});
