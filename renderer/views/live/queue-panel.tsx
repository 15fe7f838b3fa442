import type { CSSProperties } from 'react';
import type { Instant, Slug } from '../../../shared/record/ids';
import { queueOf, speaker } from '../../../shared/session/queue';
import { Act } from '../../components/button';
import { run } from '../../commands/run';
import { useKeys } from '../use-keys';
import { useSession } from '../../store/use-session';
import { personOf } from '../../../shared/session/people';
import { calledOf } from '../../store/everybody';
import { minutesAndSeconds, useSeconds } from '../../components/use-seconds';
import { useStore } from '../../store/store';
import { GapNotice } from './gap';

/** Who speaks and who is next, where anybody is. */
export function QueuePanel({ slug }: { readonly slug: Slug }) {
  const key = useKeys();
  const current = useSession(speaker);
  const { waiting, closed } = useSession((session) => queueOf(session, slug));
  if (current === undefined && waiting.length === 0 && !closed) return null;
  return (
    <section className="panel panel--queue">
      <h2 className="label">
        {current === undefined ? 'Queue' : 'Speaking'}
        {closed ? <span>queue closed</span> : null}
        <span className="panel__acts">
          <Act onPress={() => void run('queue.gate')}>{closed ? 'open queue' : 'close queue'}</Act>
          <Act
            keys={key('queue.next')}
            disabled={waiting.length === 0}
            onPress={() => void run('queue.next', current === undefined ? {} : { after: current.called })}
          >
            next
          </Act>
        </span>
      </h2>
      {current === undefined ? null : (
        <p className="speaker">
          <Named handle={current.who} />
          <SpeakerTime since={current.since} />
        </p>
      )}
      <GapNotice />
      <ol className="queue" aria-label="Queue">
        {waiting.map(({ joined, who, as, about }) => (
          <li key={joined}>
            <span className="pid">{who}</span>
            <span className="cut queue__as">{about === undefined ? as : `${as}: ${about}`}</span>
            <Act label={`${who} leaves the queue`} onPress={() => void run('queue.leave', { who, subsystem: slug })}>
              leaves
            </Act>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** How long somebody has had, who speaks for this many minutes where nobody set another number. */
const USUAL_MINUTES = 3;

/** The clock of whoever speaks: to the second, with a bar that is full when the time is up. */
function SpeakerTime({ since }: { readonly since: Instant }) {
  const minutes = useStore((state) => state.settings.speakerMinutes) ?? USUAL_MINUTES;
  const past = useSeconds() - Date.parse(since);
  const limit = minutes * 60_000;
  // a custom property has no type of its own in React's CSSProperties
  const part = { '--part': Math.min(1, Math.max(0, past / limit)) } as CSSProperties;
  return (
    <span className="speaker__time" data-over={past > limit || undefined} style={part}>
      {minutesAndSeconds(past)} of {minutesAndSeconds(limit)}
    </span>
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
