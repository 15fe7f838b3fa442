import type { AnyEntry } from './entry';
import { isId, type Id } from './ids';

/** Every id that an entry names, in whatever field, known or not; its own is not among them. */
export function namedIn({ id: _own, ...fields }: AnyEntry): readonly Id[] {
  const found: Id[] = [];
  collect(fields, found);
  return found;
}

function collect(value: unknown, found: Id[]): void {
  if (typeof value === 'string') {
    if (isId(value)) found.push(value);
  } else if (typeof value === 'object' && value !== null) {
    for (const member of Object.values(value)) collect(member, found);
  }
}

/** The same entry under other names: its own id and every id that it names, as far as `names` has them. */
export function renamed(entry: AnyEntry, names: ReadonlyMap<string, Id>): AnyEntry {
  return rename(entry, names) as AnyEntry;
}

function rename(value: unknown, names: ReadonlyMap<string, Id>): unknown {
  if (typeof value === 'string') return names.get(value) ?? value;
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((item) => rename(item, names));
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, rename(member, names)]));
}
