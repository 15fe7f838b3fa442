import { run } from '../../commands/run';
import { Act } from '../../components/button';
import { KeyHint } from '../../components/kbd';
import type { Replay } from '../../store/state';
import { useStore } from '../../store/store';
import { fullTime } from '../times';
import { useClock } from '../use-clock';
import './replay-bar.css';

/** While the session is shown as it stood: when that was, and the way through it. */
export function ReplayBar() {
  const replay = useStore((state) => state.replay);
  return replay === undefined ? null : <Bar replay={replay} />;
}

function Bar({ replay: { at, of, moment, asked } }: { readonly replay: Replay }) {
  const clock = useClock();
  const full = fullTime(moment, clock);
  const [day = '', time = ''] = (asked ?? full).split(' ');
  return (
    <section className="replay" aria-label="Replay">
      <p className="replay__words" role="status" aria-label="Replay shows">
        <b>As of {time}, replay</b> <span className="meta">{day}</span>
      </p>
      <input
        type="range"
        className="replay__slider"
        aria-label="Moment of the replay"
        aria-valuetext={`${full}, line ${String(at)} of ${String(of)}`}
        min={1}
        max={of}
        value={at}
        onChange={(event) => void run('replay.to', Number(event.target.value))}
      />
      <span className="replay__line mono">
        {at} of {of}
      </span>
      <span className="keys">
        <KeyHint keys=", ." apart>
          line
        </KeyHint>
        <KeyHint keys="< >" apart>
          10 min
        </KeyHint>
      </span>
      <Act keys="Esc" onPress={() => void run('replay.leave')}>
        to now
      </Act>
    </section>
  );
}
