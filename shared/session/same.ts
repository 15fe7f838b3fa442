import type { Handle } from '../record/ids';
import { remembered, unstruck } from './look';
import type { Session } from './session';

/** Which handles are the same person: any handle -> the one that is kept (FORMAT.md, participants-same). */
function sameness(session: Session): ReadonlyMap<Handle, Handle> {
  return remembered(session, 'sameness', ['same'], () => {
    const parent = new Map<Handle, Handle>();
    const find = (handle: Handle): Handle => {
      const up = parent.get(handle);
      if (up === undefined || up === handle) return handle;
      const top = find(up);
      parent.set(handle, top);
      return top;
    };
    const kept = new Map<Handle, Handle>();
    // in record order, so that the keep of the greatest entry wins
    for (const { keep, drop } of unstruck<'participants-same'>(session, 'same')) {
      parent.set(find(drop), find(keep));
      parent.set(find(keep), find(keep));
      kept.set(find(keep), keep);
    }
    return new Map([...parent.keys()].map((handle) => [handle, kept.get(find(handle)) ?? handle]));
  });
}

/** The handle under which a person is kept. */
export function keptHandle(session: Session, handle: Handle): Handle {
  return session.groups.has('same') ? (sameness(session).get(handle) ?? handle) : handle;
}

/** Every handle of the same person, the kept one first, the others sorted. */
export function handlesOf(session: Session, handle: Handle): readonly Handle[] {
  if (!session.groups.has('same')) return [handle];
  const kept = keptHandle(session, handle);
  const others = [...sameness(session)].filter(([other, to]) => to === kept && other !== kept).map(([other]) => other);
  return [kept, ...others.sort()];
}
