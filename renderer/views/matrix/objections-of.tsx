import type { Handle, Slug } from '../../../shared/record/ids';
import { isOpen } from '../../../shared/session/objections';
import { useSession } from '../../store/use-session';
import { ObjectionItem } from '../objection-item';
import { objectionsHere } from '../../store/objections-here';

/** The objections that one person has here. */
export function ObjectionsOf({ who, slug }: { readonly who: Handle; readonly slug: Slug }) {
  const own = useSession((session) => objectionsHere(session, slug)).filter((objection) => objection.who === who);
  if (own.length === 0) return null;
  const open = own.filter(isOpen).length;
  return (
    <section className="panel">
      <h2 className="label">
        {own.length === 1 ? 'Objection' : 'Objections'} <span>{open} open</span>
      </h2>
      <ol className="objections" aria-label="Objections">
        {own.map((objection) => (
          <ObjectionItem key={objection.id} objection={objection} />
        ))}
      </ol>
    </section>
  );
}
