import { writerOf, type Id } from '../record/ids';

/** Something that carries a number which may clash after a merge. */
export interface Numbered {
  readonly id: Id;
  readonly number: number;
}

/**
 * What each numbered thing is called in print: its number, or on a clash the number followed by as many characters
 * of the writer as tell the clashing ones apart, at least two (`2k7`, `2ma`).
 */
export function labelsOf(things: readonly Numbered[]): ReadonlyMap<Id, string> {
  const byNumber = new Map<number, Id[]>();
  for (const { id, number } of things) byNumber.set(number, [...(byNumber.get(number) ?? []), id]);
  const labels = new Map<Id, string>();
  for (const [number, ids] of byNumber) {
    let length = ids.length === 1 ? 0 : 2;
    while (length < 8 && new Set(ids.map((id) => writerOf(id).slice(0, length))).size < ids.length) length += 1;
    for (const id of ids)
      labels.set(id, ids.length === 1 ? String(number) : `${String(number)}${writerOf(id).slice(0, length)}`);
  }
  return labels;
}

/** The number that the next thing of a sort gets. */
export function nextNumber(things: readonly Numbered[]): number {
  return things.reduce((highest, { number }) => Math.max(highest, number), 0) + 1;
}
