import { isKnown, type AnyEntry, type Entry, type EntryOf, type Kind } from '../record/entry';
import { lineOf } from '../record/canon';
import { laterId } from '../record/clock';
import type { Handle, Id } from '../record/ids';
import { shelfOf, type Shelf } from './shelves';

/**
 * The session as it stands: an index over the set of lines, from which every view is computed.
 * Folding only puts an entry on its shelf; what stands there is computed when somebody looks, and remembered
 * until something on that shelf changes. So a fold is O(1), and order of arrival and duplicates cannot matter.
 */
export interface Session {
  /** every entry by id; of a clashing id all versions are in `clashes` and none counts */
  readonly entries: Map<Id, AnyEntry>;
  /** ids that came with more than one content: canonical line -> entry */
  readonly clashes: Map<Id, Map<string, AnyEntry>>;
  readonly shelves: Map<string, Map<string, Shelf>>;
  /** strikes, restores and picks by the id that they name */
  readonly verdicts: Map<Id, Verdict[]>;
  /** the greatest id seen; the clock goes on from here */
  latest: Id | undefined;
  /** goes up with each entry that was new */
  revision: number;
  /** what was computed, by name, with the stamp it was computed at */
  readonly memory: Map<string, { readonly stamp: number; readonly value: unknown }>;
}

type Verdict = EntryOf<'entry-struck' | 'entry-restored' | 'entry-picked'>;

export function emptySession(): Session {
  return {
    entries: new Map(),
    clashes: new Map(),
    shelves: new Map(),
    verdicts: new Map(),
    latest: undefined,
    revision: 0,
    memory: new Map(),
  };
}

/** Takes one entry in. Commutative and idempotent; changes the session that it is given and returns it. */
export function fold(session: Session, entry: AnyEntry): Session {
  const present = session.entries.get(entry.id);
  if (present !== undefined) return foldAgain(session, present, entry);
  session.entries.set(entry.id, entry);
  session.latest = laterId(session.latest, entry.id);
  session.revision += 1;
  if (isKnown(entry)) place(session, entry);
  return session;
}

export function foldAll(entries: Iterable<AnyEntry>): Session {
  const session = emptySession();
  for (const entry of entries) fold(session, entry);
  return session;
}

/** An id that is here already: the same line again changes nothing, another content is a clash. */
function foldAgain(session: Session, present: AnyEntry, entry: AnyEntry): Session {
  if (present === entry) return session;
  const line = lineOf(entry);
  const versions = session.clashes.get(entry.id) ?? new Map([[lineOf(present), present]]);
  if (versions.has(line)) return session;
  versions.set(line, entry);
  session.clashes.set(entry.id, versions);
  session.revision += 1;
  if (isKnown(entry)) place(session, entry);
  for (const version of versions.values()) if (isKnown(version)) touch(session, version);
  return session;
}

function place(session: Session, entry: Entry): void {
  if (isVerdict(entry)) {
    const verdicts = session.verdicts.get(entry.entry);
    if (verdicts === undefined) session.verdicts.set(entry.entry, [entry]);
    else verdicts.push(entry);
    touchNamed(session, entry.entry);
    return;
  }
  const shelf = shelfOf(session.shelves, entry);
  shelf.entries.push(entry);
  shelf.stamp = session.revision;
}

/** Marks what was computed from an entry's shelf as out of date. */
function touch(session: Session, entry: Entry): void {
  if (isVerdict(entry)) touchNamed(session, entry.entry);
  else shelfOf(session.shelves, entry).stamp = session.revision;
}

function touchNamed(session: Session, id: Id): void {
  const versions = session.clashes.get(id)?.values() ?? [session.entries.get(id)];
  for (const version of versions) {
    // a strike of a strike has no effect, so the chain ends here
    if (version !== undefined && isKnown(version) && !isVerdict(version)) touch(session, version);
  }
}

function isVerdict(entry: AnyEntry): entry is Verdict {
  return entry.kind === 'entry-struck' || entry.kind === 'entry-restored' || entry.kind === 'entry-picked';
}
