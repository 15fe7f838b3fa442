import { dayOf } from '../../../shared/capture/dates';
import { actions, type Action } from '../../../shared/session/actions';
import { meetingOf } from '../../../shared/session/meeting';
import { Act } from '../../components/button';
import { run } from '../../commands/run';
import { useSession } from '../../store/use-session';
import { ShelfTabs } from './shelf-tabs';

/** Who does what by when: those that are open first. */
export function ActionsPanel() {
  const all = useSession(actions);
  const open = all.filter(({ state }) => state === 'open');
  return (
    <section className="panel panel--shelf">
      <h2 className="label">
        <ShelfTabs />
        <span className="panel__acts">
          <Act onPress={() => void run('action.assign')}>assign</Act>
        </span>
      </h2>
      {all.length === 0 ? <p className="meta">Nobody has an action yet.</p> : null}
      <ol className="said" aria-label="Actions" tabIndex={0}>
        {[...open, ...all.filter(({ state }) => state !== 'open')].map((action) => (
          <ActionItem key={action.id} action={action} />
        ))}
      </ol>
    </section>
  );
}

function ActionItem({ action }: { readonly action: Action }) {
  const { id, text, who, accepted, due, subsystem, state, why, conflict } = action;
  const today = useSession((session, asOf) => dayOf('1m', asOf, meetingOf(session)?.zone ?? 'UTC'));
  const isLate = state === 'open' && due !== undefined && today !== undefined && due < today;
  const words = [
    who.join(', '),
    accepted ? '' : 'only asked',
    due === undefined ? '' : `by ${due}`,
    subsystem === undefined ? '' : `#${subsystem}`,
    state === 'open' ? '' : `${state}${why === undefined ? '' : `: ${why}`}`,
    conflict ? 'conflict' : '',
  ].filter((bit) => bit !== '');
  return (
    <li data-settled={state === 'open' ? undefined : true}>
      <p>{text}</p>
      <p className="said__who">
        {words.join(' · ')}
        {isLate ? (
          <>
            {' · '}
            <span className="objs">late</span>
          </>
        ) : null}
        {state !== 'open' ? null : (
          <>
            <Verb name="done" of={text} onPress={() => void run('action.done', id)} />
            {accepted ? null : <Verb name="accepted" of={text} onPress={() => void run('action.accept', id)} />}
            <Verb name="edit" of={text} onPress={() => void run('action.edit', id)} />
            <Verb name="drop" of={text} onPress={() => void run('action.drop', id)} />
          </>
        )}
      </p>
    </li>
  );
}

function Verb({ name, of, onPress }: { readonly name: string; readonly of: string; readonly onPress: () => void }) {
  return (
    <>
      {' · '}
      <button type="button" className="link" aria-label={`${name}: ${of}`} onClick={onPress}>
        {name}
      </button>
    </>
  );
}
