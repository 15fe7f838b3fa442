/**
 * One step of the database's schema. A step that was published is never changed: the next one comes after it, and
 * `shared/schema.ts` takes its number.
 */
export interface Migration {
  readonly version: number;
  readonly name: string;
  readonly why: string;
  /** Dexie's notation: primary key first, then the indexes; a table that is not named keeps its own */
  readonly stores: Readonly<Record<string, string>>;
}

export const MIGRATIONS: readonly Migration[] = [
  {
    version: 1,
    name: 'record',
    why: 'Lines in order of arrival, each once; half-typed text; the list of sessions; the number of this schema.',
    stores: {
      entries: '++seq, &hash, id, [session+seq]',
      drafts: 'key',
      sessions: 'id',
      meta: 'key',
    },
  },
  {
    version: 2,
    name: 'mails',
    why: 'The mails of the thread that a session is about, beside its record: heads apart from texts, so that a large thread can be listed without reading it.',
    stores: {
      mails: '[session+id+copy], batch',
      bodies: '[session+id+copy], batch',
    },
  },
];
