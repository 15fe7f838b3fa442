import type { Sha256 } from '../env';
import { lineOf } from '../record/canon';
import { nextId } from '../record/clock';
import type { AnyEntry } from '../record/entry';
import type { Id, Writer } from '../record/ids';
import { namedIn, renamed } from '../record/names';
import { inRecordOrder } from './lines';

/**
 * "Make it mine": the same record with new ids, a session of its own that no merge takes for the old one. Every id, and
 * every mention of it, is changed alike. Order and times stay, and so does who recorded what: nothing is said anew.
 * `writer` is made anew for each copy, so that two copies of one record are two sessions.
 */
export function makeOurs(entries: Iterable<AnyEntry>, writer: Writer, sha256: Sha256): readonly AnyEntry[] {
  const lines = inRecordOrder(entries);
  const names = newNames(
    lines.flatMap(({ entry }) => [entry.id, ...namedIn(entry)]),
    writer,
  );
  const digests = new Map<string, string>();
  const picked = new Set(lines.flatMap(({ entry }) => ('sha256' in entry && 'entry' in entry ? entry.entry : [])));
  return lines.map(({ entry, line }) => {
    const copy = renamed(repicked(entry, digests), names);
    if (picked.has(entry.id)) digests.set(sha256(line), sha256(lineOf(copy)));
    return copy;
  });
}

/** New ids in the order of the old, at the old times. */
function newNames(ids: readonly Id[], writer: Writer): ReadonlyMap<string, Id> {
  const names = new Map<string, Id>();
  let last: Id | undefined;
  for (const id of [...new Set(ids)].sort()) {
    const own = `${id.slice(0, 29)}${writer}` as Id;
    last = last === undefined || own > last ? own : nextId(last, 0, writer);
    names.set(id, last);
  }
  return names;
}

/** A pick names a line by its SHA-256: in the copy, by that of the copied line. */
function repicked(entry: AnyEntry, digests: ReadonlyMap<string, string>): AnyEntry {
  if (!('sha256' in entry) || entry.kind !== 'entry-picked') return entry;
  return { ...entry, sha256: digests.get(entry.sha256) ?? entry.sha256 };
}
