import { useRef } from 'react';
import { projectedEnd } from '../../../shared/session/agenda';
import { people } from '../../../shared/session/people';
import { Act } from '../../components/button';
import { AddButton } from '../../components/add-button';
import { run } from '../../commands/run';
import { isExample } from '../../store/read-only';
import { useStore } from '../../store/store';
import { useSession } from '../../store/use-session';
import { shortTime } from '../times';
import { useClock } from '../use-clock';
import { DeferredList } from './deferred-list';
import { SubsystemList } from './subsystem-list';
import './sidebar.css';

/** The sessions on this machine, and the subsystems of the open one with how they stand. */
export function Sidebar() {
  const hasSession = useStore((state) => state.open !== undefined);
  const side = useRef<HTMLElement>(null);
  return (
    <aside className="side" aria-label="Sessions and subsystems" ref={side}>
      <Sessions />
      {hasSession ? <SubsystemList scroller={side} /> : null}
      {hasSession ? <DeferredList /> : null}
      {hasSession ? <People /> : null}
    </aside>
  );
}

function Sessions() {
  const sessions = useStore((state) => state.sessions);
  const open = useStore((state) => (isExample(state) ? 'example' : state.open?.id));
  return (
    <>
      <h2 className="label">
        Sessions
        <AddButton label="New session" onPress={() => void run('session.new')} />
      </h2>
      <ul aria-label="Sessions">
        {sessions.map(({ id, title }) => (
          <li key={id}>
            <button
              type="button"
              className="side__item"
              aria-current={id === open ? 'true' : undefined}
              onClick={() => void run('session.open', id)}
            >
              <span className="cut">{title}</span>
            </button>
          </li>
        ))}
        <li>
          <button
            type="button"
            className="side__item"
            aria-current={open === 'example' ? 'true' : undefined}
            onClick={() => void run('session.example')}
          >
            <span className="cut">Example session</span>
          </button>
        </li>
      </ul>
    </>
  );
}

function People() {
  const count = useSession((session) => people(session).length);
  const end = useSession(projectedEnd);
  const clock = useClock();
  return (
    <div className="side__foot">
      <Act onPress={() => void run('people.edit')}>{count === 1 ? '1 person' : `${String(count)} people`}</Act>
      {end === undefined ? null : (
        <Act label={`Agenda, ends at ${shortTime(end, clock)}`} onPress={() => void run('agenda.edit')}>
          ends {shortTime(end, clock)}
        </Act>
      )}
    </div>
  );
}
