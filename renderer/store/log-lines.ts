import type { AnyEntry } from '../../shared/record/entry';
import { lastEntries, logOf } from '../../shared/session/log';
import type { Session } from '../../shared/session/session';

/** As many lines as are read without sorting all of the record. */
const LAST = 200;

/** The lines of the record that the log shows, the newest first: the last ones, or all. */
export function logLines(session: Session, all: boolean): readonly AnyEntry[] {
  return all ? reversed(logOf(session)) : lastEntries(session, LAST);
}

const turned = new WeakMap<readonly AnyEntry[], readonly AnyEntry[]>();

/** The same array for the same log, so that nothing renders again without need. */
function reversed(log: readonly AnyEntry[]): readonly AnyEntry[] {
  const known = turned.get(log) ?? log.toReversed();
  turned.set(log, known);
  return known;
}
