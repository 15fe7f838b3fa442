import type { PositionStance, Stance } from '../record/entry';
import type { Handle, Slug } from '../record/ids';
import { remembered } from '../session/look';
import { people } from '../session/people';
import { positionOf } from '../session/positions';
import type { Session } from '../session/session';
import { holders, positionGroups } from './body';

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
  const groups = ['participant', 'same', ...positionGroups(session)];
  return remembered(session, `tally ${slug}`, groups, () => {
    const count: Record<PositionStance, number> = {
      'standard-required': 0,
      'userspace-allowed': 0,
      'passthrough-niche': 0,
      abstain: 0,
      recuse: 0,
      none: 0,
    };
    const everybody = peopleOf(session);
    for (const who of everybody) count[positionOf(session, who, slug)?.stance ?? 'none'] += 1;
    const { abstain, recuse, none, ...stances } = count;
    return { stances, abstain, recuse, none, heard: everybody.size - none, of: everybody.size };
  });
}

/** Those who were added and those who hold something anywhere. */
function peopleOf(session: Session): ReadonlySet<Handle> {
  return new Set([...people(session).map(({ handle }) => handle), ...holders(session)]);
}
