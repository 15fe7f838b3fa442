import 'fake-indexeddb/auto';
import Dexie from 'dexie';
import { describe, expect, test } from 'vitest';
import { SCHEMA } from '../../shared/schema';
import { sessionId } from '../../shared/session/meeting';
import { record } from '../../shared/testing/build';
import { batchOf, sessionRow } from './append';
import { openDatabase } from './database';
import { MIGRATIONS } from './migrations';

const said = record({ title: 'Passthrough' }).subsystem('uvc');
const session = sessionId(said.session)!;
const { rows } = batchOf(session, said.lines);

/** What each version brought, as a program of that version left it. A new one adds its rows and changes none of these. */
const LEFT: Readonly<Record<number, Readonly<Record<string, readonly object[]>>>> = {
  1: {
    entries: rows,
    sessions: [sessionRow(undefined, { session, rows }, rows.length, '2026-11-27T10:00:00.000Z' as never)],
    drafts: [{ key: `entry ${session}`, text: 'half a line' }],
  },
  2: {
    mails: [{ session, id: 'a@b', copy: 0, batch: '', head: { subject: 'Re: passthrough' } }],
    bodies: [{ session, id: 'a@b', copy: 0, batch: '', body: 'what it says' }],
  },
};

describe('a database', () => {
  test.each(MIGRATIONS.map(({ version }) => version))(
    'Row 24: of version %i is opened with all that it held',
    async (version) => {
      const name = `of version ${String(version)}`;
      const old = new Dexie(name);
      for (const step of MIGRATIONS.slice(0, version)) old.version(step.version).stores(step.stores);
      const held = Object.entries(LEFT)
        .filter(([of]) => Number(of) <= version)
        .flatMap(([, tables]) => Object.entries(tables));
      for (const [table, all] of held) await old.table(table).bulkAdd(all);
      await old.table('meta').put({ key: 'schema', value: version });
      const before = await Promise.all(held.map(([table]) => old.table(table).toArray()));
      old.close();

      const opened = await openDatabase(name);
      if (!opened.ok) throw new Error(opened.error.message);
      const database = opened.value;
      expect(await Promise.all(held.map(([table]) => database.table(table).toArray()))).toEqual(before);
      expect((await database.meta.get('schema'))?.value).toBe(SCHEMA);
      expect(database.tables.map((table) => table.name).sort()).toEqual([
        'bodies',
        'drafts',
        'entries',
        'mails',
        'meta',
        'sessions',
      ]);
      database.close();
    },
  );
});
