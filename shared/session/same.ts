import type { Handle } from '../record/ids';
import { joined } from './joined';
import { remembered, unstruck } from './look';
import type { Session } from './session';

/** Everybody with several handles: any of them -> all of them, the kept one first (FORMAT.md, participants-same). */
function sameness(session: Session): ReadonlyMap<Handle, readonly Handle[]> {
  return remembered(session, 'sameness', ['same'], () => {
    const entries = unstruck<'participants-same'>(session, 'same');
    const { join, top } = joined<Handle>();
    for (const { keep, drop } of entries) join(drop, keep);
    const persons = new Map<Handle, Set<Handle>>();
    // the greatest entry first, so that what it keeps is the name
    for (const { keep, drop } of entries.toReversed()) {
      const person = persons.get(top(keep)) ?? new Set();
      persons.set(top(keep), person.add(keep).add(drop));
    }
    const handles = [...persons.values()].map((all) => {
      const [kept, ...others] = all;
      return kept === undefined ? [] : [kept, ...others.sort()];
    });
    return new Map(handles.flatMap((all) => all.map((handle) => [handle, all])));
  });
}

/** The handle under which a person is kept. */
export function keptHandle(session: Session, handle: Handle): Handle {
  return handlesOf(session, handle)[0] ?? handle;
}

/** The people that some handles are of, each once: the handles under which they are kept, in a list of one's own. */
export function keptHandles(session: Session, handles: Iterable<Handle>): Handle[] {
  const all = [...handles];
  return session.groups.has('same') ? [...new Set(all.map((handle) => keptHandle(session, handle)))] : all;
}

/** Every handle of the same person, the kept one first, the others sorted. */
export function handlesOf(session: Session, handle: Handle): readonly Handle[] {
  return (session.groups.has('same') ? sameness(session).get(handle) : undefined) ?? [handle];
}
