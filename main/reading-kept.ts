import type { JournalReading } from '../shared/ipc';
import { ok, type Result } from '../shared/result';
import type { Journals } from './journal';
import type { Read } from './requests';
import type { NamedSnapshot } from './snapshot-name';
import type { Snapshots } from './snapshots';

/** What the shell keeps of the record, for the page that compares it with what it has: journals and snapshots. */
export async function readKept(
  { journals, snapshots }: { readonly journals: Journals; readonly snapshots: Snapshots },
  { session, from, whole }: Read['journal-read'],
): Promise<Result<JournalReading>> {
  if (session !== undefined && from === 'snapshot') {
    const read = await snapshots.read(session);
    if (!read.ok) return read;
    if (read.value === undefined) return ok({ journals: [], lines: [], snapshots: [] });
    return ok({ journals: [], lines: read.value.lines, snapshots: [factOf(session, read.value.snapshot)] });
  }
  const read = await journals.read(session);
  if (!read.ok) return read;
  if (session !== undefined) return ok({ ...read.value, snapshots: [] });
  const newest = await snapshots.newest({ whole: whole === true });
  const kept = new Set(read.value.journals.map((journal) => journal.session));
  // a session that was deleted has no journal, and must not come back from its snapshots
  const standing = [...newest].filter(([id, { before }]) => kept.has(id) || before !== 'delete');
  return ok({ ...read.value, snapshots: standing.map(([id, snapshot]) => factOf(id, snapshot)) });
}

function factOf(session: string, { at, entries }: NamedSnapshot): JournalReading['snapshots'][number] {
  return { session, at, entries };
}
