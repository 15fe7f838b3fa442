import { holders } from '../../shared/session/holders';
import { rememberedAt, stampOf } from '../../shared/session/look';
import { people, personOf, type Person } from '../../shared/session/people';
import type { Session } from '../../shared/session/session';

/** Everybody who has a row: those who were added, in that order, then those who hold something and were not. */
export function everybody(session: Session): readonly Person[] {
  return rememberedAt(session, 'everybody', everybodySince(session), () => {
    const added = people(session);
    const known = new Set(added.map(({ handle }) => handle));
    const others = [...holders(session).value].filter((handle) => !known.has(handle));
    return [...added, ...others.sort().map((handle) => personOf(session, handle))];
  });
}

/** The revision at which somebody last came, went or became another. */
export function everybodySince(session: Session): number {
  return Math.max(holders(session).since, stampOf(session, ['participant', 'same']));
}

/** What stands after a handle: the name, else the affiliation; nothing where the handle is all that is known. */
export function calledOf(person: Person): string {
  return person.name ?? person.affiliation ?? '';
}

/** The width of the column of handles, in characters: the longest, within reason. */
export function handleWidth(all: readonly Person[]): number {
  return Math.min(10, Math.max(3, ...all.map(({ handle }) => handle.length)));
}
