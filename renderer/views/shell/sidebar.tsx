import { calls, standingCall } from '../../../shared/session/calls';
import { openSubsystem, subsystems, type Subsystem } from '../../../shared/session/subsystems';
import { tally } from '../../../shared/consensus/tally';
import { people } from '../../../shared/session/people';
import { CALL_LOOK } from '../../components/call-badge';
import { Act } from '../../components/button';
import { Glyph } from '../../components/glyph';
import { TallyBar } from '../../components/tally-bar';
import { run } from '../../commands/run';
import { useStore } from '../../store/store';
import { useSession } from '../../store/use-session';

/** The sessions on this machine, and the subsystems of the open one with how they stand. */
export function Sidebar() {
  const hasSession = useStore((state) => state.open !== undefined);
  return (
    <aside className="side" aria-label="Sessions and subsystems">
      <Sessions />
      {hasSession ? <Subsystems /> : null}
      {hasSession ? <People /> : null}
    </aside>
  );
}

function Sessions() {
  const sessions = useStore((state) => state.sessions);
  const open = useStore((state) => (state.open?.readOnly === true ? 'example' : state.open?.id));
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

function Subsystems() {
  const all = useSession(subsystems);
  const called = useSession(
    (session) =>
      calls(session).filter(({ on, reopened }) => reopened === undefined && 'subsystem' in on && !('rule' in on))
        .length,
  );
  const selected = useStore((state) => state.selection.subsystem);
  const open = useSession((session) => openSubsystem(session)?.slug);
  return (
    <>
      <h2 className="label">
        Subsystems
        {all.length === 0 ? null : (
          <span className="side__count">{`${String(called)} of ${String(all.length)} called`}</span>
        )}
        <AddButton label="Add a subsystem" onPress={() => void run('subsystem.add')} />
      </h2>
      <ul className="subsystems" aria-label="Subsystems">
        {all.map((subsystem, at) => (
          <SubsystemItem
            key={subsystem.slug}
            subsystem={subsystem}
            number={at + 1}
            current={subsystem.slug === selected}
            open={subsystem.slug === open}
          />
        ))}
      </ul>
    </>
  );
}

interface SubsystemItemProps {
  readonly subsystem: Subsystem;
  readonly number: number;
  /** on the screen */
  readonly current: boolean;
  /** what the room is on */
  readonly open: boolean;
}

function SubsystemItem({ subsystem: { slug, partOf }, number, current, open }: SubsystemItemProps) {
  const counted = useSession((session) => tally(session, slug));
  const call = useSession((session) => standingCall(session, { subsystem: slug })?.entry.call);
  const state = call === undefined ? '' : CALL_LOOK[call].words;
  return (
    <li>
      <button
        type="button"
        className="side__item"
        aria-current={current ? 'true' : undefined}
        data-part={partOf === undefined ? undefined : true}
        onClick={() => void run('select.subsystem', slug)}
      >
        <span className="side__number">{number}</span>
        <span className="slug cut">{slug}</span>
        <TallyBar tally={counted} mini />
        <span className="side__state">
          {call !== undefined ? <Glyph name={CALL_LOOK[call].glyph} /> : open ? <Glyph name="live" /> : null}
        </span>
        <span className="vh">
          {[state, open ? 'the room is on it' : ''].filter((words) => words !== '').join(', ')}
        </span>
      </button>
    </li>
  );
}

function People() {
  const count = useSession((session) => people(session).length);
  return (
    <div className="side__foot">
      <Act onPress={() => void run('people.edit')}>{count === 1 ? '1 person' : `${String(count)} people`}</Act>
    </div>
  );
}

function AddButton({ label, onPress }: { readonly label: string; readonly onPress: () => void }) {
  return (
    <button type="button" className="side__add" aria-label={label} title={label} onClick={onPress}>
      <Glyph name="add" className="icon" />
    </button>
  );
}
