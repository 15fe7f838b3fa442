import type { AnyEntry } from '../record/entry';
import { rememberedAt } from '../session/look';
import type { Session } from '../session/session';

interface Followed<T> {
  readonly entries: Iterator<AnyEntry>;
  readonly state: T;
  seen: number;
}

/**
 * A state that is kept up with the record as it grows: each entry is taken once, in order of arrival, so that a key
 * after a new entry costs that entry and not the whole record. `take` changes the state.
 */
export function follow<T>(
  session: Session,
  name: string,
  start: () => T,
  take: (state: T, entry: AnyEntry) => void,
): T {
  const followed = rememberedAt<Followed<T>>(session, name, session.rewinds, () => ({
    entries: session.entries.values(),
    state: start(),
    seen: 0,
  }));
  // an iterator of a Map goes on with what is added later, as long as it was never asked beyond the end
  while (followed.seen < session.entries.size) {
    const { value } = followed.entries.next() as IteratorYieldResult<AnyEntry>;
    take(followed.state, value);
    followed.seen += 1;
  }
  return followed.state;
}
