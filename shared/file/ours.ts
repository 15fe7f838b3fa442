import type { Sha256 } from '../env';
import type { AnyEntry } from '../record/entry';
import type { Writer } from '../record/ids';

/**
 * "Make it mine": a copy of a record with new ids, as a session of its own. `writer` is made anew for this copy.
 * Not written yet.
 */
export function makeOurs(entries: Iterable<AnyEntry>, writer: Writer, sha256: Sha256): readonly AnyEntry[] {
  throw new Error(`not written yet: ${writer} ${sha256('')} ${String([...entries].length)}`);
}
