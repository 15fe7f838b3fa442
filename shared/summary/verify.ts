import type { Sha256 } from '../env';
import { digestUpTo, withoutPrivate } from '../file/share';
import type { AnyEntry } from '../record/entry';
import { byId } from '../record/order';
import { ok, refuse, type Result } from '../result';
import { insertions } from './insertions';
import { sealIn } from './seal';

/** How a mail stands to the record that it was made from. */
export interface Verified {
  /** lines that stand among the mail's now and did not when it was made, in record order */
  readonly inserted: readonly AnyEntry[];
  /** lines recorded after the mail's last one, in record order */
  readonly since: readonly AnyEntry[];
}

/** How many lines may be hashed in the search for what came in between. */
const MOST_HASHED = 2_000_000;

/**
 * Holds a mail's text against a record's entries: refused where the mail is not of this record. The mail says how many
 * lines it covers, up to which id, and their hash; where lines with smaller ids were merged since, they are found out
 * by leaving out what may have come in until the hash is the mail's.
 */
export function verifyMail(mail: string, entries: readonly AnyEntry[], sha256: Sha256): Result<Verified> {
  const seal = sealIn(mail);
  if (seal === undefined) {
    return refuse('The mail does not say which record it was made from.', {
      expected: 'the last two lines that Gavel wrote',
    });
  }
  const open = [...withoutPrivate(entries)].sort(byId);
  const covered = open.filter(({ id }) => id <= seal.upTo);
  const found = `${covered.length} lines up to ${seal.upTo}`;
  if (covered.length < seal.lines) {
    return refuse('The record lacks lines that the mail covers.', { found, expected: `${seal.lines} lines` });
  }
  let tries = Math.max(1, Math.floor(MOST_HASHED / Math.max(1, covered.length)));
  for (const inserted of insertions(covered, covered.length - seal.lines)) {
    if ((tries -= 1) < 0) break;
    const then = covered.filter((entry) => !inserted.has(entry));
    const last = then.at(-1)?.id;
    if (last !== seal.upTo || digestUpTo(then, last, sha256) !== seal.sha256) continue;
    return ok({
      inserted: covered.filter((entry) => inserted.has(entry)),
      since: open.filter(({ id }) => id > seal.upTo),
    });
  }
  return refuse('The mail is not of this record, or what it covers was changed.', {
    found,
    expected: `${seal.lines} lines with sha256 ${seal.sha256}`,
  });
}
