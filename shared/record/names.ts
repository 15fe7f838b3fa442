import type { AnyEntry } from './entry';
import type { Id } from './ids';

/** True if an entry names one of some ids, in whatever field, known or not. */
export function names(entry: AnyEntry, ids: ReadonlySet<Id>): boolean {
  const { id: _id, ...fields } = entry;
  return holds(fields, ids);
}

function holds(value: unknown, ids: ReadonlySet<string>): boolean {
  if (typeof value === 'string') return ids.has(value);
  if (typeof value !== 'object' || value === null) return false;
  return Object.values(value).some((member) => holds(member, ids));
}
