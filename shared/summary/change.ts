import type { Id } from '../record/ids';
import type { Session } from '../session/session';
import type { Source } from './sources';

/** One thing that is another now: in words, and the entries that it was and is. */
export interface Change {
  readonly words: string;
  readonly from: readonly Source[];
}

/** Some entries, with the lines that struck and restored them: those too are why something stands, or stands no more. */
export function withVerdicts(session: Session, entries: readonly { readonly id: Id }[]): readonly Source[] {
  return entries.flatMap((entry) => [entry, ...(session.verdicts.get(entry.id) ?? [])]);
}

/** What stood before and stands no more: everything that made it was struck since. */
export function goneFrom<T extends { readonly id: Id; readonly versions: readonly { readonly id: Id }[] }>(
  session: Session,
  before: readonly T[],
  now: readonly T[],
  say: (thing: T) => string,
): readonly Change[] {
  const left = new Set(now.map(({ id }) => id));
  return before
    .filter(({ id }) => !left.has(id))
    .map((thing) => ({ words: say(thing), from: withVerdicts(session, thing.versions) }));
}
