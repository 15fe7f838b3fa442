import { useRef } from 'react';
import type { Slug } from '../../../shared/record/ids';
import { isOpen } from '../../../shared/session/objections';
import { Act } from '../../components/button';
import { run } from '../../commands/run';
import { useAfterPaint } from '../use-after-paint';
import { useKeys } from '../use-keys';
import { objectionsAtLarge, objectionsHere } from '../../store/objections-here';
import { useStore } from '../../store/store';
import { useSession } from '../../store/use-session';
import { ObjectionItem } from '../objection-item';
import { useReached } from './use-reached';

/**
 * The objections here: the reason, what would remove it, whose it is and how it stands. Open ones first. Below them
 * those that are on no subsystem and not settled, so that none is forgotten. As many are drawn as were scrolled to.
 */
export function ObjectionsPanel({ slug: turnedTo }: { readonly slug: Slug }) {
  const key = useKeys();
  // the positions first: what there is to read here is long
  const slug = useAfterPaint(turnedTo) ?? turnedTo;
  const here = useSession((session) => objectionsHere(session, slug));
  const elsewhere = useSession(objectionsAtLarge).filter(isOpen);
  const all = [...here, ...elsewhere];
  const end = useRef<HTMLDivElement>(null);
  const drawn = useReached(end, all.length, slug);
  const who = useStore((state) => state.selection.who);
  const open = here.filter(isOpen).length;
  const none = elsewhere.length === 0 ? 'none' : 'none here';
  const counts = here.length === 0 ? none : `${String(open)} open, ${String(here.length - open)} settled`;
  return (
    <section className="panel panel--objections">
      <h2 className="label">
        Objections <span>{counts}</span>
        <span className="panel__acts">
          <Act keys={key('record.object')} onPress={() => void run('record.object', { subsystem: turnedTo, who })}>
            object
          </Act>
        </span>
      </h2>
      {/* a new one is heard wherever the focus is, and whoever recorded it */}
      <span className="vh" role="status" aria-label="Open objections">
        {open === 0 ? '' : `${String(open)} open ${open === 1 ? 'objection' : 'objections'} on #${slug}`}
      </span>
      <ol className="objections" aria-label="Objections">
        {all.slice(0, drawn).map((objection, at) => (
          <ObjectionItem key={objection.id} objection={objection} nth={at + 1} of={all.length} />
        ))}
      </ol>
      <div ref={end} />
    </section>
  );
}
