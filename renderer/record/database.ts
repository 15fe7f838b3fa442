import Dexie, { type PromiseExtended, type Table } from 'dexie';
import type { Id } from '../../shared/record/ids';
import { ok, refusalText, refuse, type Refusal, type Result } from '../../shared/result';
import { SCHEMA } from '../../shared/schema';
import { MIGRATIONS } from './migrations';
import type { BodyRow, DraftRow, EntryRow, MailRow, MetaRow, NewEntryRow, SessionRow } from './rows';

/**
 * The database of the page. Durability is strict: a transaction that completed is on the disk (Chromium's own default
 * is relaxed since version 121, https://developer.chrome.com/blog/indexeddb-durability-mode-now-defaults-to-relaxed).
 */
export class GavelDatabase extends Dexie {
  declare readonly entries: Table<EntryRow, number, NewEntryRow>;
  declare readonly drafts: Table<DraftRow, string>;
  declare readonly sessions: Table<SessionRow, string>;
  declare readonly mails: Table<MailRow, [Id, string, number]>;
  declare readonly bodies: Table<BodyRow, [Id, string, number]>;
  declare readonly meta: Table<MetaRow, string>;

  constructor(name: string) {
    super(name, { chromeTransactionDurability: 'strict', cache: 'disabled', autoOpen: false });
    for (const { version, stores } of MIGRATIONS) this.version(version).stores(stores);
    // A newer program upgrades the database: let go of it, and don't let Dexie open it again behind our back.
    this.on('versionchange', () => {
      this.close({ disableAutoOpen: true });
    });
  }

  /**
   * Refuses what Dexie does without being asked, and whatever `autoOpen` says: where a transaction comes between the
   * browser's closing of the database and the event that tells of it, Dexie opens it again, behind the tail that a full
   * disk tore.
   */
  override open(): PromiseExtended<Dexie> {
    return Dexie.Promise.reject(new Dexie.DatabaseClosedError('the browser closed it'));
  }

  /** Opens it: at the start, and when the shell has made it fit. */
  openFit(): PromiseExtended<Dexie> {
    return super.open();
  }
}

/**
 * Opens the database, making it if it isn't there. Data written by a newer program are refused and left as they are:
 * Dexie 4 itself opens them without a word (it throws no VersionError), so the schema's number is kept in a row.
 */
export async function openDatabase(name = 'gavel'): Promise<Result<GavelDatabase>> {
  const database = new GavelDatabase(name);
  try {
    const opened = await openChecked(database);
    return opened.ok ? ok(database) : opened;
  } catch (error) {
    database.close();
    return refuse(`The database does not open: ${databaseFault(error)}`);
  }
}

/** Opens a database that was closed. Throws what keeps it from that. */
export async function openAgain(database: GavelDatabase): Promise<void> {
  const opened = await openChecked(database);
  if (!opened.ok) throw new Error(refusalText(opened.error));
}

async function openChecked(database: GavelDatabase): Promise<Result<true>> {
  await database.openFit();
  const schema = (await database.meta.get('schema'))?.value;
  if (schema !== undefined && schema > SCHEMA) {
    database.close();
    return refuse(
      'The sessions kept here were written by a newer Gavel. Open them with that one; nothing was changed.',
      { found: `schema ${String(schema)}`, expected: `at most ${String(SCHEMA)}` },
    );
  }
  if (schema !== SCHEMA) await database.meta.put({ key: 'schema', value: SCHEMA });
  return ok(true);
}

/** Whether a database was refused because a newer program wrote it: nothing may be done to it then. */
export function isNewer(refusal: Refusal): boolean {
  return refusal.found?.startsWith('schema ') === true;
}

/** What went wrong, in the database's own words. A full disk comes as an AbortError whose inner error says so. */
export function databaseFault(error: unknown): string {
  const inner = error instanceof Error && 'inner' in error && error.inner instanceof Error ? error.inner : error;
  if (!(inner instanceof Error)) return String(inner);
  if (inner.name === 'QuotaExceededError') return 'the disk is full';
  return inner.name === 'Error' ? inner.message : `${inner.name}: ${inner.message}`;
}
