import { meetingOf } from '../session/meeting';
import type { Session } from '../session/session';
import type { BodyBasis } from './body';

/** How many seats may be outstanding before there is no quorum: what the session says, else two. */
export function allowedOutstanding(session: Session): number {
  return meetingOf(session)?.entry.quorum?.outstanding ?? 2;
}

/**
 * Whether too few of a body answered. With seats: half or fewer, or more outstanding than allowed (of one or two seats
 * that means: not all). With attendance: half or fewer. With neither: fewer than two.
 */
export function isBelowQuorum(basis: BodyBasis, answered: number, members: number, outstanding: number): boolean {
  switch (basis) {
    case 'seats':
      return answered * 2 <= members || members - answered > outstanding;
    case 'attendance':
      return answered * 2 <= members;
    case 'heard':
      return answered < 2;
  }
}
