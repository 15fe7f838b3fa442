import type { Tally } from '../../../shared/consensus/tally';
import type { PositionStance } from '../../../shared/record/entry';
import type { Handle } from '../../../shared/record/ids';
import { positionGroups } from '../../../shared/session/holders';
import { remembered } from '../../../shared/session/look';
import { positionOf } from '../../../shared/session/positions';
import type { Session } from '../../../shared/session/session';
import { subsystems } from '../../../shared/session/subsystems';

/** What one person holds over all subsystems: the numbers of a row. */
export function personTally(session: Session, who: Handle): Tally {
  return remembered(session, `tally of ${who}`, ['subsystem', 'same', ...positionGroups(session)], () => {
    const all = subsystems(session);
    const held = all.map(({ slug }) => positionOf(session, who, slug)?.stance ?? 'none');
    const count = (stance: PositionStance): number => held.filter((each) => each === stance).length;
    const none = count('none');
    return {
      stances: {
        'standard-required': count('standard-required'),
        'userspace-allowed': count('userspace-allowed'),
        'passthrough-niche': count('passthrough-niche'),
      },
      abstain: count('abstain'),
      recuse: count('recuse'),
      none,
      heard: all.length - none,
      of: all.length,
    };
  });
}
