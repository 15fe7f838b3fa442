import type { AnyEntry } from '../record/entry';
import type { Id } from '../record/ids';

/** An entry, or the id of one, that a statement comes from. */
export type Source = Pick<AnyEntry, 'id'> | Id;

/** The ids of some sources, each once, in record order. */
export function idsOf(sources: readonly Source[]): readonly Id[] {
  const ids: Id[] = [];
  let isOrdered = true;
  for (const source of sources) {
    const id = typeof source === 'string' ? source : source.id;
    const last = ids.at(-1);
    if (last !== undefined && last >= id) isOrdered = false;
    ids.push(id);
  }
  return isOrdered ? ids : ids.sort().filter((id, at) => id !== ids[at - 1]);
}
