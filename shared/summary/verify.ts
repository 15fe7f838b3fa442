import type { Sha256 } from '../env';
import type { AnyEntry } from '../record/entry';
import type { Result } from '../result';

/** How a mail stands to a record. */
export interface Verified {
  /** lines that stand before the mail's last one now and did not when it was made, in record order */
  readonly inserted: readonly AnyEntry[];
  /** lines recorded after the mail, in record order */
  readonly since: readonly AnyEntry[];
}

/** Holds a mail's text against a record's entries: refused where the mail is not of this record. */
export function verifyMail(_mail: string, _entries: readonly AnyEntry[], _sha256: Sha256): Result<Verified> {
  throw new Error('being written');
}
