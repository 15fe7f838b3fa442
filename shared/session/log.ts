import type { AnyEntry } from '../record/entry';
import { byId } from '../record/order';
import { rememberedAt } from './look';
import { versionsOf, type Session } from './session';

/** Every line of the record, in record order; of a clashing id all versions. Struck ones are in it. */
export function logOf(session: Session): readonly AnyEntry[] {
  return rememberedAt(session, 'log', session.revision, () =>
    [...session.entries.values()].sort(byId).flatMap(({ id }) => versionsOf(session, id)),
  );
}

/** The last entries of the log, the newest first: without sorting all of it. */
export function lastEntries(session: Session, count: number): readonly AnyEntry[] {
  return rememberedAt(session, `last ${String(count)}`, session.revision, () => {
    const newest: AnyEntry[] = [];
    for (const entry of session.entries.values()) {
      const least = newest.at(-1);
      if (newest.length === count && least !== undefined && entry.id < least.id) continue;
      const at = newest.findIndex((other) => other.id < entry.id);
      newest.splice(at === -1 ? newest.length : at, 0, entry);
      if (newest.length > count) newest.pop();
    }
    return newest;
  });
}
