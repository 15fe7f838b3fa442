import type { AnyEntry } from '../record/entry';
import type { Id } from '../record/ids';
import { byId } from '../record/order';
import { rememberedAt } from './look';
import { versionsOf, type Session } from './session';

/** Every line of the record, in record order; of a clashing id all versions. Struck ones are in it. */
export function logOf(session: Session): readonly AnyEntry[] {
  return rememberedAt(session, 'log', session.revision, () => {
    const all = [...session.entries.values()];
    if (!isInOrder(all)) all.sort(byId);
    return session.clashes.size === 0 ? all : all.flatMap(({ id }) => versionsOf(session, id));
  });
}

/** Most records arrive in record order, whether they are read or written. */
function isInOrder(entries: readonly AnyEntry[]): boolean {
  return entries.every(({ id }, at) => at === 0 || id > (entries[at - 1]?.id ?? id));
}

interface Newest {
  /** the greatest ids, the greatest first */
  readonly ids: readonly Id[];
  /** how many of the session's arrivals were looked at, after how many rewinds */
  readonly of: number;
  readonly rewinds: number;
}

/** The last entries of the log, the newest first: without sorting all of it, and looking only at what came since. */
export function lastEntries(session: Session, count: number): readonly AnyEntry[] {
  const name = `newest ${String(count)}`;
  const before = session.memory.get(name)?.value as Newest | undefined;
  const known = before ?? { ids: [], of: 0, rewinds: session.rewinds };
  const { ids } = rememberedAt(session, name, session.revision, () =>
    known.rewinds === session.rewinds ? withArrivals(session, count, known) : lastArrived(session, count),
  );
  return rememberedAt(session, `last ${String(count)}`, session.revision, () =>
    ids.flatMap((id) => session.entries.get(id) ?? []),
  );
}

/** Entries are taken back only where all came in record order (`unfold`): there the last to arrive are the greatest. */
function lastArrived({ arrived, rewinds }: Session, count: number): Newest {
  return { ids: arrived.slice(-count).reverse(), of: arrived.length, rewinds };
}

/** From the last arrival back: the ones with the greatest ids came last, so that most are passed with one comparison. */
function withArrivals({ arrived }: Session, count: number, before: Newest): Newest {
  const ids = [...before.ids];
  for (let i = arrived.length - 1; i >= before.of; i -= 1) {
    const id = arrived[i];
    const least = ids.at(-1);
    if (id === undefined || (ids.length >= count && least !== undefined && id < least)) continue;
    const at = ids.findIndex((other) => other < id);
    ids.splice(at === -1 ? ids.length : at, 0, id);
    if (ids.length > count) ids.pop();
  }
  return { ids, of: arrived.length, rewinds: before.rewinds };
}
