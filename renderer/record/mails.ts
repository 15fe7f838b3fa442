import Dexie from 'dexie';
import type { Id } from '../../shared/record/ids';
import { differs, fuller } from '../../shared/thread/copies';
import type { Mail } from '../../shared/thread/mail';
import type { GavelDatabase } from './database';
import type { BodyRow, MailRow } from './rows';

/** What some mails of an import came to. */
export interface Stored {
  /** mails that are new here */
  readonly added: number;
  /** mails that are here already */
  readonly known: number;
  /** ids of mails that are new, but whose Message-ID another text has */
  readonly conflicts: readonly string[];
  /** mails that are here already in a copy that tells less: they replace it when the import is finished */
  readonly fuller: readonly (MailRow & BodyRow)[];
}

/** Row in `meta` that stands there as long as an import is not finished. */
const UNFINISHED = 'importing ';

/**
 * An import begins: what it stores counts from the moment that it is finished. `batch` names it. One that was not
 * finished is taken back first: its mails must not pass for known ones.
 */
export async function beginImport(database: GavelDatabase, batch: string): Promise<void> {
  await takeBackUnfinished(database);
  await database.meta.put({ key: UNFINISHED + batch, value: Date.now() });
}

/** Stores mails of an import in one transaction. A mail that is here already is not stored again. */
export async function storeMails(
  database: GavelDatabase,
  session: Id,
  batch: string,
  mails: readonly Mail[],
): Promise<Stored> {
  const { mails: heads, bodies } = database;
  return database.transaction('rw', heads, bodies, async () => {
    const present = await heads.bulkGet(mails.map(({ id }) => [session, id, 0]));
    const mayBeHere = new Set(present.flatMap((row) => row?.id ?? []));
    const added = new Map<string, MailRow & BodyRow>();
    const conflicts: string[] = [];
    const better: (MailRow & BodyRow)[] = [];
    let known = 0;
    for (const mail of mails) {
      const stored = mayBeHere.has(mail.id) ? await copiesOf(database, session, mail.id) : [];
      const here = [...stored, ...[...added.values()].filter(({ id }) => id === mail.id)];
      const same = here.find((row) => !differs(mailOf(row), mail));
      if (same === undefined) {
        const row = rowOf(mail, session, batch, here.length);
        added.set(`${row.id} ${String(row.copy)}`, row);
        if (here.length > 0) conflicts.push(mail.id);
        else mayBeHere.delete(mail.id);
      } else {
        known += 1;
        if (fuller(mailOf(same), mail) !== mail) continue;
        const row = rowOf(mail, session, same.batch, same.copy);
        if (same.batch === batch) added.set(`${row.id} ${String(row.copy)}`, row);
        else better.push(row);
      }
    }
    await put(database, [...added.values()]);
    return { added: added.size, known, conflicts, fuller: better };
  });
}

/** An import is done: fuller copies take their places, and what it stored counts. */
export async function finishImport(
  database: GavelDatabase,
  batch: string,
  better: readonly (MailRow & BodyRow)[],
): Promise<void> {
  const { mails, bodies, meta } = database;
  await database.transaction('rw', mails, bodies, meta, async () => {
    await put(database, better);
    await meta.delete(UNFINISHED + batch);
  });
}

/** Takes back all that an import stored: the database is as it was before. */
export async function takeBackImport(database: GavelDatabase, batch: string): Promise<void> {
  const { mails, bodies, meta } = database;
  await database.transaction('rw', mails, bodies, meta, async () => {
    await mails.where('batch').equals(batch).delete();
    await bodies.where('batch').equals(batch).delete();
    await meta.delete(UNFINISHED + batch);
  });
}

/** Takes back imports that were never finished: the program was closed or killed meanwhile. */
export async function takeBackUnfinished(database: GavelDatabase): Promise<void> {
  const rows = await database.meta.where('key').startsWith(UNFINISHED).toArray();
  for (const { key } of rows) await takeBackImport(database, key.slice(UNFINISHED.length));
}

/** The heads of a session's mails, some at a time in the order of their ids, without imports that are not finished. */
export async function* readHeads(database: GavelDatabase, session: Id): AsyncGenerator<readonly MailRow[], void> {
  const unfinished = new Set(
    (await database.meta.where('key').startsWith(UNFINISHED).primaryKeys()).map((key) => key.slice(UNFINISHED.length)),
  );
  const [first, last] = all(session);
  for (let from: readonly unknown[] = first; ;) {
    const rows = await database.mails.where(KEY).between(from, last, false).limit(STEP).toArray();
    if (rows.length > 0) yield rows.filter(({ batch }) => !unfinished.has(batch));
    const end = rows.at(-1);
    if (end === undefined || rows.length < STEP) return;
    from = [session, end.id, end.copy];
  }
}

/** The text of one mail. */
export function readBody(
  database: GavelDatabase,
  { session, id, copy }: Pick<MailRow, 'session' | 'id' | 'copy'>,
): Promise<BodyRow | undefined> {
  return database.bodies.get([session, id, copy]);
}

/** So many rows are read at once. */
const STEP = 500;

/** A session's mails with their texts, some at a time in the order of their ids. */
export async function* readMails(database: GavelDatabase, session: Id): AsyncGenerator<readonly Mail[], void> {
  for await (const heads of readHeads(database, session)) {
    const bodies = await database.bodies.bulkGet(heads.map(({ id, copy }) => [session, id, copy]));
    yield heads.map(({ head }, place) => ({ ...head, body: bodies[place]?.body ?? '' }));
  }
}

const KEY = '[session+id+copy]';

/** From the least to the greatest key of a session: a shorter key comes before a longer one, an array after a text. */
function all(session: Id): [[Id], [Id, unknown]] {
  return [[session], [session, Dexie.maxKey]];
}

async function copiesOf(database: GavelDatabase, session: Id, id: string): Promise<readonly (MailRow & BodyRow)[]> {
  const range = [
    [session, id, Dexie.minKey],
    [session, id, Dexie.maxKey],
  ] as const;
  const heads = await database.mails
    .where(KEY)
    .between(...range)
    .toArray();
  const bodies = await database.bodies
    .where(KEY)
    .between(...range)
    .toArray();
  return heads.flatMap((head, at) => {
    const body = bodies[at];
    return body === undefined ? [] : [{ ...head, ...body }];
  });
}

async function put(database: GavelDatabase, rows: readonly (MailRow & BodyRow)[]): Promise<void> {
  await database.mails.bulkPut(rows.map(({ body: _, raw: __, ...head }) => head));
  await database.bodies.bulkPut(rows.map(({ head: _, ...body }) => body));
}

function rowOf({ body, raw, ...head }: Mail, session: Id, batch: string, copy: number): MailRow & BodyRow {
  return { session, id: head.id, copy, batch, head, body, ...(raw === undefined ? {} : { raw }) };
}

function mailOf({ head, body }: MailRow & BodyRow): Mail {
  return { ...head, body };
}
