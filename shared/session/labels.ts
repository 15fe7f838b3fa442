import { writerOf, type Id } from '../record/ids';
import type { Session } from './session';

/** Something that carries a number which may clash after a merge. */
export interface Numbered {
  readonly id: Id;
  readonly number: number;
}

/**
 * What each numbered thing is called in print: its number, or on a clash the number followed by as many characters
 * of the writer as tell the clashing ones apart, at least two (`2k7`, `2ma`).
 */
export function labelsOf(things: readonly Numbered[]): (thing: Numbered) => string {
  const first = new Map<number, Id>();
  // nearly every number is one thing's alone
  const clashing = new Map<number, Id[]>();
  for (const { id, number } of things) {
    const known = first.get(number);
    if (known === undefined) first.set(number, id);
    else clashing.set(number, [...(clashing.get(number) ?? [known]), id]);
  }
  return ({ id, number }) => {
    const ids = clashing.get(number);
    return `${String(number)}${ids === undefined ? '' : tellingApart(id, ids)}`;
  };
}

/** As many characters of an id's writer as no other of some ids begins with, at least two. */
function tellingApart(own: Id, ids: readonly Id[]): string {
  const writer = writerOf(own);
  const others = ids.filter((id) => id !== own).map(writerOf);
  let length = 2;
  while (length < writer.length && others.some((other) => other.startsWith(writer.slice(0, length)))) length += 1;
  return writer.slice(0, length);
}

/**
 * The number that the next thing of a sort gets: no number is given twice, also not that of a thing that was struck,
 * since a mail may have named it and a person may restore it.
 */
export function nextNumber(session: Session, group: 'objection' | 'question' | 'rule'): number {
  let highest = 0;
  for (const { entries } of session.groups.get(group)?.shelves.values() ?? []) {
    for (const entry of entries) if ('number' in entry) highest = Math.max(highest, entry.number);
  }
  return highest + 1;
}
