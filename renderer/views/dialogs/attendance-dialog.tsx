import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import type { Handle } from '../../../shared/record/ids';
import { attendance, attendanceOf, presence, type Attendance } from '../../../shared/session/attendance';
import { people, type Person } from '../../../shared/session/people';
import { run } from '../../commands/run';
import { Dialog } from '../../components/dialog';
import { KeyHint } from '../../components/kbd';
import { calledOf } from '../../store/everybody';
import { useSession } from '../../store/use-session';
import { presenceWords } from '../presence-words';
import { close } from './close';
import './attendance.css';

const STATES: readonly Attendance[] = ['present', 'left', 'regrets'];
const KEYS: Readonly<Record<string, Attendance>> = { p: 'present', l: 'left', r: 'regrets' };

/** Who is here: everybody in a list, one key marks a person and goes on to the next. Quorum follows at once. */
export function AttendanceDialog() {
  const all = useSession(people);
  const counts = useSession(presence);
  const noted = useSession(attendance);
  const [at, setAt] = useState(0);
  const rows = useRef<HTMLDivElement>(null);
  const rest = all.map(({ handle }) => handle).filter((handle) => !noted.has(handle));

  useEffect(() => {
    rows.current?.querySelector<HTMLElement>('[role=row]')?.focus();
  }, []);

  const go = (to: number): void => {
    const next = Math.max(0, Math.min(all.length - 1, to));
    setAt(next);
    rows.current?.querySelectorAll<HTMLElement>('[role=row]')[next]?.focus();
  };
  const pressed = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const state = KEYS[event.key];
    const person = all[at];
    const to = stepTo(event.key, at, all.length);
    if (state !== undefined && person !== undefined) {
      mark([person.handle], state);
      go(at + 1);
    } else if (to !== undefined) {
      go(to);
    } else return;
    event.preventDefault();
  };
  return (
    <Dialog name="Attendance" onClose={close}>
      <div className="dialog__body">
        <p className="advice">{presenceWords(counts) || 'Nobody’s attendance is noted yet.'}</p>
        <div className="attendance" role="grid" aria-label="Attendance" ref={rows} onKeyDown={pressed}>
          {all.map((person, index) => (
            <AttendanceRow
              key={person.handle}
              person={person}
              stop={index === at}
              onFocus={() => {
                setAt(index);
              }}
            />
          ))}
        </div>
      </div>
      <div className="dialog__foot">
        <button type="button" className="btn btn--main" onClick={close}>
          Done
        </button>
        <button
          type="button"
          className="btn"
          disabled={rest.length === 0}
          onClick={() => {
            mark(rest, 'present');
          }}
        >
          The rest is present
        </button>
        <span className="keys">
          <KeyHint keys="p">present</KeyHint>
          <KeyHint keys="l">left</KeyHint>
          <KeyHint keys="r">regrets</KeyHint>
        </span>
      </div>
    </Dialog>
  );
}

interface AttendanceRowProps {
  readonly person: Person;
  /** the list's one tab stop */
  readonly stop: boolean;
  readonly onFocus: () => void;
}

function AttendanceRow({ person, stop, onFocus }: AttendanceRowProps) {
  const { handle } = person;
  const state = useSession((session) => attendanceOf(session, handle));
  return (
    <div role="row" className="attendance__row" tabIndex={stop ? 0 : -1} onFocus={onFocus}>
      <span role="rowheader" className="attendance__who">
        <span className="pid">{handle}</span> <span className="cut">{calledOf(person)}</span>
        <span className="vh">, {state ?? 'not noted'}</span>
      </span>
      {STATES.map((each) => (
        <span role="gridcell" key={each}>
          <button
            type="button"
            className="attendance__state"
            tabIndex={-1}
            aria-pressed={each === state}
            aria-label={`${handle}: ${each}`}
            onClick={() => {
              mark([handle], each);
            }}
          >
            {each}
          </button>
        </span>
      ))}
    </div>
  );
}

function mark(who: readonly Handle[], state: Attendance): void {
  void run('people.attend', { who, state });
}

/** The row that a key leads to. */
function stepTo(key: string, from: number, length: number): number | undefined {
  if (key === 'ArrowDown' || key === 'j') return from + 1;
  if (key === 'ArrowUp' || key === 'k') return from - 1;
  if (key === 'PageDown' || key === 'PageUp') return from + (key === 'PageDown' ? 10 : -10);
  if (key === 'Home') return 0;
  return key === 'End' ? length - 1 : undefined;
}
