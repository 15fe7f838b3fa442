import { refusalText } from '../../shared/result';
import { ask } from '../bridge/bridge';
import { databaseFault, openAgain, type GavelDatabase } from './database';
import { untilDone } from './retry';

/** Milliseconds that one try to open the database again may take. */
const PATIENCE = 30_000;

/** Opens a database again after it failed. */
export interface Renewal {
  /** Hears of a write that failed: lets go of the database, and opens it again as soon as the shell has made it fit. */
  readonly begin: () => void;
  /** why the database is not open; undefined where nothing is known against it */
  readonly trouble: () => string | undefined;
}

/**
 * Chromium closes a database under us when a write finds the disk full. Dexie by itself opens it once more, behind a torn
 * tail; where that fails, as it does while the disk is still full, it keeps the failure and never tries again. So Dexie
 * may open nothing (`GavelDatabase.open`): here it is let go of, mended by the shell, and opened.
 */
export function renewalOf(database: GavelDatabase, renewed: () => void): Renewal {
  let trouble: string | undefined;
  hearOfClosing();

  /** The event comes where the browser closes a database, and not where we do. */
  function hearOfClosing(): void {
    database.backendDB().addEventListener('close', begin);
  }

  async function renew(): Promise<void> {
    const mended = await ask('window-act', { act: 'mend-database' });
    if (!mended.ok) throw new Error(refusalText(mended.error));
    await openAgain(database);
  }

  function begin(): void {
    if (trouble !== undefined) return;
    trouble = 'it is being opened again';
    database.close({ disableAutoOpen: true });
    const told = (why: unknown): void => {
      trouble = databaseFault(why);
    };
    void untilDone(renew, told, PATIENCE).then(() => {
      trouble = undefined;
      hearOfClosing();
      renewed();
    });
  }

  return { begin, trouble: () => trouble };
}
