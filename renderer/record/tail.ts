import type { Id } from '../../shared/record/ids';
import type { Stored } from './append';
import type { GavelDatabase } from './database';
import { readRows } from './read';
import type { EntryRow } from './rows';

/** Where a window stands in a session's rows: it has taken all up to `seq`. */
export interface Tail {
  readonly session: Id;
  /** Reads the rows that came since, also those of other windows. */
  readonly follow: () => Promise<void>;
  /** Rows that this window stored and took itself: they need not be read where nothing lies between. */
  readonly passed: (stored: Stored) => void;
}

/**
 * Follows a session from the row it was read up to. Taking a row twice does no harm (a fold is idempotent), so what
 * counts is that none is left out: only rows without a gap move the tail on.
 */
export function openTail(
  database: GavelDatabase,
  session: Id,
  from: number,
  take: (rows: readonly EntryRow[]) => void,
): Tail {
  let seq = from;
  let reading: Promise<void> = Promise.resolve();

  async function read(): Promise<void> {
    const last = await readRows(database, session, seq, take);
    seq = Math.max(seq, last);
  }

  return {
    session,
    follow: () => {
      reading = reading.then(read, read);
      return reading;
    },
    passed: ({ first, last }) => {
      if (first === seq + 1) seq = last;
    },
  };
}
