import type { Slug } from '../../../shared/record/ids';
import { queueOf, speaker } from '../../../shared/session/queue';
import { Act } from '../../components/button';
import { run } from '../../commands/run';
import { useSession } from '../../store/use-session';
import { personOf } from '../../../shared/session/people';
import { calledOf } from '../../store/everybody';
import { minutesBetween } from '../times';

/** Who speaks and who is next, where anybody is. */
export function QueuePanel({ slug }: { readonly slug: Slug }) {
  const current = useSession(speaker);
  const { waiting, closed } = useSession((session) => queueOf(session, slug));
  const minutes = useSession((session, asOf) => {
    const since = speaker(session)?.since;
    return since === undefined ? 0 : minutesBetween(since, asOf);
  });
  if (current === undefined && waiting.length === 0 && !closed) return null;
  return (
    <section className="panel">
      <h2 className="label">
        Speaking
        {closed ? <span>queue closed</span> : null}
        <span className="panel__acts">
          <Act keys="A" disabled={waiting.length === 0} onPress={() => void run('queue.next')}>
            next
          </Act>
        </span>
      </h2>
      {current === undefined ? null : (
        <p className="speaker">
          <Named handle={current.who} />
          <span className="speaker__time">{minutes} min</span>
        </p>
      )}
      <ol className="queue" aria-label="Queue">
        {waiting.map(({ joined, who, as, about }) => (
          <li key={joined}>
            <span className="pid">{who}</span>
            <span className="cut queue__as">{about === undefined ? as : `${as}: ${about}`}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}

function Named({ handle }: { readonly handle: Parameters<typeof personOf>[1] }) {
  const person = useSession((session) => personOf(session, handle));
  return (
    <span className="cut">
      {person.handle} {calledOf(person)}
    </span>
  );
}
