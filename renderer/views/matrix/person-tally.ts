import type { Tally } from '../../../shared/consensus/tally';
import { POSITION_STANCES, type PositionStance } from '../../../shared/record/entry';
import type { Handle } from '../../../shared/record/ids';
import { positionsBy, positionsSince } from '../../../shared/session/holders';
import { settledAt, stampOf } from '../../../shared/session/look';
import type { Session } from '../../../shared/session/session';
import { hasSubsystem, subsystems } from '../../../shared/session/subsystems';
import { countOf } from '../../components/tally-bar';

/** What one person holds over all subsystems: the numbers of a row. The same object while none of them changed. */
export function personTally(session: Session, who: Handle): Tally {
  const stamp = Math.max(positionsSince(session), stampOf(session, ['subsystem', 'same']));
  return settledAt(session, `tally of ${who}`, stamp, () => tallyOf(session, who), isSameTally).value;
}

function tallyOf(session: Session, who: Handle): Tally {
  const of = subsystems(session).length;
  const held = positionsBy(session, who).filter(({ subsystem }) => hasSubsystem(session, subsystem));
  const count = (stance: PositionStance): number => held.filter((each) => each.stance === stance).length;
  const heard = held.length - count('none');
  return {
    stances: {
      'standard-required': count('standard-required'),
      'userspace-allowed': count('userspace-allowed'),
      'passthrough-niche': count('passthrough-niche'),
    },
    abstain: count('abstain'),
    recuse: count('recuse'),
    none: of - heard,
    heard,
    of,
  };
}

function isSameTally(a: Tally, b: Tally): boolean {
  return POSITION_STANCES.every((stance) => countOf(a, stance) === countOf(b, stance));
}
