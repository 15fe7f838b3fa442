import type { PositionStance, Stance } from '../record/entry';
import type { Handle, Slug } from '../record/ids';
import { holders, stancesOn } from '../session/holders';
import { rememberedAt, settledAt, stampOf, type Settled } from '../session/look';
import { people } from '../session/people';
import type { Session } from '../session/session';
import { positionsOn } from '../session/shelves';

/** How many people hold what for a subsystem: for bars and tables. Abstaining is an answer, no position is none. */
export interface Tally {
  readonly stances: Readonly<Record<Stance, number>>;
  readonly abstain: number;
  readonly recuse: number;
  /** no position: never taken, or cleared */
  readonly none: number;
  /** people who said something here: a stance, that they abstain, that they recuse */
  readonly heard: number;
  /** all people of the session */
  readonly of: number;
}

/** Counts over the people of the session: "11 of 12 heard". Counts decide nothing. */
export function tally(session: Session, slug: Slug): Tally {
  const everybody = peopleOf(session);
  const stamp = Math.max(everybody.since, stampOf(session, [positionsOn(slug), 'same']));
  return rememberedAt(session, `tally ${slug}`, stamp, () => {
    const count: Record<PositionStance, number> = {
      'standard-required': 0,
      'userspace-allowed': 0,
      'passthrough-niche': 0,
      abstain: 0,
      recuse: 0,
      none: 0,
    };
    for (const stance of stancesOn(session, slug)) count[stance] += 1;
    const { abstain, recuse, none: cleared, ...stances } = count;
    const of = everybody.value.size;
    const heard = Object.values(count).reduce((all, some) => all + some, 0) - cleared;
    return { stances, abstain, recuse, none: of - heard, heard, of };
  });
}

/** Those who were added and those who hold something anywhere. */
function peopleOf(session: Session): Settled<ReadonlySet<Handle>> {
  const holding = holders(session);
  const stamp = Math.max(holding.since, stampOf(session, ['participant', 'same']));
  const compute = (): ReadonlySet<Handle> =>
    new Set([...people(session).map(({ handle }) => handle), ...holding.value]);
  return settledAt(session, 'people and holders', stamp, compute, () => false);
}
