import { isDayAhead } from '../record/clock';
import type { AnyEntry } from '../record/entry';

/**
 * The entries from more than a day ahead of our clock (`now`, milliseconds). An import into a store refuses them until
 * a person accepts them, for then our clock moves; check, merge, log and summary take them as they are.
 */
export function aheadOf(entries: Iterable<AnyEntry>, now: number): readonly AnyEntry[] {
  return [...entries].filter(({ id }) => isDayAhead(id, now));
}
