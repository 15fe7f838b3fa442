import { openGap } from '../../../shared/session/gaps';
import { useSession } from '../../store/use-session';
import { shortTime } from '../times';
import { useClock } from '../use-clock';

/** Says that somebody speaks and nothing was recorded for a while: the record may be missing words. */
export function GapNotice() {
  const from = useSession((session, asOf) => openGap(session, asOf)?.from);
  const clock = useClock();
  return (
    <p role="status" aria-label="Gap" className="gap">
      {from === undefined ? '' : `Nothing recorded since ${shortTime(from, clock)}`}
    </p>
  );
}
