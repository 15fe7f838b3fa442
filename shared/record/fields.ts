import type { Entry } from './entry';

type Head = 'id' | 'by' | 'act' | 'said' | 'kind' | 'prev';
/** An entry's own fields: without its head, its kind and its place among revisions. */
export type OwnFields<E extends Entry> = E extends Entry ? Omit<E, Head> : never;

/** What a revision restates: every field but head, kind and `prev`. */
export function ownFields<E extends Entry>(entry: E): OwnFields<E> {
  const { id: _id, by: _by, act: _act, said: _said, kind: _kind, ...rest } = entry;
  const { prev: _prev, ...fields } = rest as { prev?: unknown };
  return fields as OwnFields<E>;
}
