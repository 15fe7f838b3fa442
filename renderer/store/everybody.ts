import type { Handle } from '../../shared/record/ids';
import { keysOf, remembered } from '../../shared/session/look';
import { people, personOf, type Person } from '../../shared/session/people';
import { keptHandle } from '../../shared/session/same';
import type { Session } from '../../shared/session/session';
import { positionsOn } from '../../shared/session/shelves';

const POSITIONS = positionsOn('');

/** The groups of shelves that hold positions, one for each subsystem. */
export function positionGroups(session: Session): readonly string[] {
  return [...session.groups.keys()].filter((group) => group.startsWith(POSITIONS));
}

/** Everybody who has a row: those who were added, in that order, then those who hold something and were not. */
export function everybody(session: Session): readonly Person[] {
  const groups = positionGroups(session);
  return remembered(session, 'everybody', ['participant', 'same', ...groups], () => {
    const added = people(session);
    const known = new Set(added.map(({ handle }) => handle));
    const holders = groups.flatMap((group) => keysOf(session, group) as readonly Handle[]);
    const others = new Set(holders.map((handle) => keptHandle(session, handle)).filter((handle) => !known.has(handle)));
    return [...added, ...[...others].sort().map((handle) => personOf(session, handle))];
  });
}

/** What stands after a handle: the name, else the affiliation; nothing where the handle is all that is known. */
export function calledOf(person: Person): string {
  return person.name ?? person.affiliation ?? '';
}

/** The width of the column of handles, in characters: the longest, within reason. */
export function handleWidth(all: readonly Person[]): number {
  return Math.min(10, Math.max(3, ...all.map(({ handle }) => handle.length)));
}
