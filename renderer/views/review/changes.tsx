import { useState } from 'react';
import { explainEntry } from '../../../shared/capture/explain';
import type { Entry } from '../../../shared/record/entry';
import { mainText } from '../../../shared/record/main-text';
import { timeOf } from '../../../shared/record/order';
import type { Change } from '../../../shared/session/changes';
import type { Session } from '../../../shared/session/session';
import { run } from '../../commands/run';
import { SelectField, TextField } from '../../components/field';
import type { Compared } from '../../store/review-state';
import { useStore } from '../../store/store';
import { Pieces } from '../pieces';
import { fullTime, type Clock } from '../times';
import { useClock } from '../use-clock';

/** What changed between two moments of the record, or between two sessions on one discussion: who, from what, to what, why. */
export function Changes() {
  const compared = useStore((state) => state.compared);
  const [from, setFrom] = useState('start');
  const [to, setTo] = useState('now');
  return (
    <section className="changes" aria-label="What changed">
      <form
        className="changes__between"
        onSubmit={(event) => {
          event.preventDefault();
          void run('review.compare', { from, to });
        }}
      >
        <TextField name="From" value={from} placeholder="start, 14:10 or v1" onChange={setFrom} />
        <TextField name="To" value={to} placeholder="now" onChange={setTo} />
        <button type="submit" className="btn btn--main">
          Compare
        </button>
        <OtherSession />
      </form>
      {compared === undefined ? (
        <p className="meta">A moment is start, now, a time such as 14:10, or v1 for the first summary that was sent.</p>
      ) : (
        <Comparison compared={compared} />
      )}
    </section>
  );
}

/** Another session that is kept here, to compare the open one with. */
function OtherSession() {
  const sessions = useStore((state) => state.sessions);
  const open = useStore((state) => state.open?.id);
  const others = sessions.filter(({ id }) => id !== open);
  if (others.length === 0) return null;
  return (
    <SelectField<string>
      name="Or with"
      value=""
      choices={[
        { value: '', words: 'another session' },
        ...others.map(({ id, title }) => ({ value: id, words: title })),
      ]}
      onChange={(value) => {
        const other = others.find(({ id }) => id === value);
        if (other !== undefined) void run('review.compare-session', other.id);
      }}
    />
  );
}

function Comparison({ compared: { from, to, before, after, changes } }: { readonly compared: Compared }) {
  const clock = useClock();
  return (
    <>
      <h2>
        From {from} to {to} <span className="meta">{changes.length}</span>
      </h2>
      {changes.length === 0 ? <p className="meta">Nothing stands differently.</p> : null}
      <ol className="changes__list" aria-label="Changes">
        {changes.map((change) => (
          <Row key={(change.after ?? change.before)?.id} change={change} before={before} after={after} clock={clock} />
        ))}
      </ol>
    </>
  );
}

interface RowProps {
  readonly change: Change;
  readonly before: Session;
  readonly after: Session;
  readonly clock: Clock;
}

function Row({ change, before, after, clock }: RowProps) {
  return (
    <li>
      {change.before === undefined ? null : (
        <Side mark="−" words="before" session={before} entry={change.before} clock={clock} />
      )}
      {change.after === undefined ? null : (
        <Side mark="+" words="now" session={after} entry={change.after} clock={clock} />
      )}
    </li>
  );
}

interface SideProps {
  readonly mark: string;
  readonly words: string;
  readonly session: Session;
  readonly entry: Entry;
  readonly clock: Clock;
}

function Side({ mark, words, session, entry, clock }: SideProps) {
  const why = mainText(entry);
  return (
    <p className="changes__side" data-side={words}>
      <span className="mono" aria-hidden="true">
        {mark}
      </span>
      <span>
        <span className="vh">{words}: </span>
        <Pieces pieces={explainEntry(session, entry)} />
        {why === undefined ? null : <span className="changes__why"> “{why}”</span>}{' '}
        <span className="meta">
          {fullTime(timeOf(entry), clock)}, by {entry.by}
        </span>
      </span>
    </p>
  );
}
