import { KINDS, type Kind } from './entry';
import { checkFields, handle, id, instant, optional, ownId, tableOf, text, type Fault, type Table } from './schema';

const HEAD: Table = [
  ['id', ownId],
  ['by', handle],
  ['kind', text],
];
const EVERY = { act: optional(id), said: optional(instant) };
const TABLES: ReadonlyMap<string, Table> = new Map(
  Object.entries(KINDS).map(([kind, fields]) => [kind, [...HEAD, ...tableOf({ ...EVERY, ...fields })]]),
);
const UNKNOWN: Table = [...HEAD, ...tableOf(EVERY)];

/** The fields that an entry of this kind is known to have (head included); others are copied by a revision untouched. */
export function knownFields(kind: Kind): ReadonlySet<string> {
  return new Set(TABLES.get(kind)?.map(([name]) => name));
}

/**
 * Holds a parsed line, its keys in canonical order, against the schema: undefined when it fits, else the first fault.
 * Unknown kinds need only a head.
 */
export function checkEntry(value: Readonly<Record<string, unknown>>): Fault | undefined {
  const { id: own, kind } = value;
  const table = TABLES.get(typeof kind === 'string' ? kind : '') ?? UNKNOWN;
  return checkFields(table, value, typeof own === 'string' ? own : '');
}
