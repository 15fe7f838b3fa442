import { explainEntry } from '../../shared/capture/explain';
import { plainText } from '../../shared/capture/reading';
import type { AnyEntry } from '../../shared/record/entry';
import type { Id, Slug } from '../../shared/record/ids';
import { calls } from '../../shared/session/calls';
import { notes } from '../../shared/session/notes';
import { objections } from '../../shared/session/objections';
import { people } from '../../shared/session/people';
import { positionsFor } from '../../shared/session/positions';
import { questions } from '../../shared/session/questions';
import { rules } from '../../shared/session/rules';
import type { Session } from '../../shared/session/session';
import { subsystems } from '../../shared/session/subsystems';
import type { Author } from '../../shared/thread/mail';

/** Something that a quote can stand behind. */
export interface PinTarget {
  readonly id: Id;
  /** as the record says it */
  readonly words: string;
}

/** What a quote of an author can stand behind: their own position on the subsystem at hand first, then theirs, then all. */
export function pinTargets(session: Session, author: Author, subsystem: Slug | undefined): readonly PinTarget[] {
  const handle = people(session).find(
    ({ address }) => address !== undefined && address.toLowerCase() === author.address?.toLowerCase(),
  )?.handle;
  const positions = subsystems(session)
    .flatMap(({ slug }) => positionsFor(session, slug))
    .filter(({ stance }) => stance !== 'none')
    .toSorted((a, b) => rank(b) - rank(a));
  const things: readonly AnyEntry[] = [
    ...positions.map(({ entry }) => entry),
    ...objections(session).map(({ entry }) => entry),
    ...rules(session).map(({ entry }) => entry),
    ...questions(session).map(({ entry }) => entry),
    ...calls(session).map(({ entry }) => entry),
    ...notes(session).map(({ entry }) => entry),
  ];
  return things.map((entry) => ({ id: entry.id, words: plainText(explainEntry(session, entry)) }));

  function rank(position: { readonly who: string; readonly subsystem: Slug }): number {
    return (position.who === handle ? 2 : 0) + (position.subsystem === subsystem ? 1 : 0);
  }
}
