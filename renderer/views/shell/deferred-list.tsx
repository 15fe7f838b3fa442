import { deferred } from '../../../shared/session/agenda';
import { Act } from '../../components/button';
import { run } from '../../commands/run';
import { useSession } from '../../store/use-session';

/** What was put off, with where to; the room takes it up again with its queue. */
export function DeferredList() {
  const all = useSession(deferred);
  if (all.length === 0) return null;
  return (
    <>
      <h2 className="label">Deferred</h2>
      <ul className="deferred" aria-label="Deferred">
        {all.map(({ slug, to }) => (
          <li key={slug}>
            <button type="button" className="link cut" onClick={() => void run('select.subsystem', slug)}>
              {`#${slug}${to === undefined ? '' : ` to ${to}`}`}
            </button>
            <Act label={`resume #${slug}`} onPress={() => void run('subsystem.resume', slug)}>
              resume
            </Act>
          </li>
        ))}
      </ul>
    </>
  );
}
