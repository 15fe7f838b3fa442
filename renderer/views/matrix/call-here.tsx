import type { Slug } from '../../../shared/record/ids';
import { standingCall } from '../../../shared/session/calls';
import { CALL_LOOK } from '../../components/call-badge';
import { Glyph } from '../../components/glyph';
import { STANCE_LOOK } from '../../components/stance';
import { Act } from '../../components/button';
import { run } from '../../commands/run';
import { useSession } from '../../store/use-session';
import { shortTime } from '../times';
import { useClock } from '../use-clock';

/** The chair's call on this column. */
export function CallHere({ slug }: { readonly slug: Slug }) {
  const call = useSession((session) => standingCall(session, { subsystem: slug }));
  const clock = useClock();
  return (
    <section className="panel">
      <h2 className="label">
        Column #{slug}
        <span className="panel__acts">
          <Act keys="C" onPress={() => void run('record.call', { subsystem: slug })}>
            chair&rsquo;s call
          </Act>
        </span>
      </h2>
      <ol className="history">
        <li>
          {call === undefined ? (
            <>
              <span />
              <Glyph name="no-call" />
              <span>No call yet</span>
            </>
          ) : (
            <>
              <time dateTime={call.at}>{shortTime(call.at, clock)}</time>
              <Glyph name={CALL_LOOK[call.entry.call].glyph} />
              <span>
                Chair: {CALL_LOOK[call.entry.call].words.toLowerCase()}
                {call.entry.stance === undefined ? '' : ` for ${STANCE_LOOK[call.entry.stance].words.toLowerCase()}`}
                {call.entry.statement === undefined ? '' : `. ${call.entry.statement}`}
              </span>
            </>
          )}
        </li>
      </ol>
    </section>
  );
}
