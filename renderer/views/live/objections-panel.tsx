import type { Slug } from '../../../shared/record/ids';
import { isOpen } from '../../../shared/session/objections';
import { Act } from '../../components/button';
import { run } from '../../commands/run';
import { useStore } from '../../store/store';
import { useSession } from '../../store/use-session';
import { ObjectionItem } from '../objection-item';
import { objectionsHere } from '../../store/objections-here';

/** The objections here: the reason, what would remove it, whose it is and how it stands. Open ones first. */
export function ObjectionsPanel({ slug }: { readonly slug: Slug }) {
  const all = useSession((session) => objectionsHere(session, slug));
  const who = useStore((state) => state.selection.who);
  const open = all.filter(isOpen).length;
  const counts = all.length === 0 ? 'none' : `${String(open)} open, ${String(all.length - open)} settled`;
  return (
    <section className="panel panel--objections">
      <h2 className="label">
        Objections <span>{counts}</span>
        <span className="panel__acts">
          <Act keys="o" onPress={() => void run('record.object', { subsystem: slug, who })}>
            object
          </Act>
        </span>
      </h2>
      <ol className="objections" aria-label="Objections">
        {all.map((objection) => (
          <ObjectionItem key={objection.id} objection={objection} />
        ))}
      </ol>
    </section>
  );
}
