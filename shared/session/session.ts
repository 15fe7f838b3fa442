import { compareBytes, lineOf } from '../record/canon';
import { laterId } from '../record/clock';
import { isKnown, type AnyEntry, type Entry } from '../record/entry';
import type { Id } from '../record/ids';
import { shelfOf, type Groups, type Verdict } from './shelves';

/**
 * The session as it stands: an index over the set of lines, from which every view is computed.
 * Folding only puts an entry on its shelf; what stands there is computed when somebody looks, and remembered
 * until something on that shelf changes. So a fold is O(1), and order of arrival and duplicates cannot matter.
 * It changes in place: whoever shows it watches `revision`.
 */
export interface Session {
  /** every entry by id; of a clashing id the version whose line is least, whether it counts or not (see `countedEntry`) */
  readonly entries: Map<Id, AnyEntry>;
  /** the ids in order of arrival, so that a list of the last ones needs to look only at what came since */
  readonly arrived: Id[];
  /** ids that came with more than one content: canonical line -> entry */
  readonly clashes: Map<Id, Map<string, AnyEntry>>;
  readonly groups: Groups;
  /** strikes, restores and picks, by the id that they name */
  readonly verdicts: Map<Id, Verdict[]>;
  /** the greatest id seen; the clock goes on from here */
  latest: Id | undefined;
  /** goes up with each entry that was new */
  revision: number;
  /** goes up when entries are taken back (`unfold`): what is kept up with the record as it grows begins anew then */
  rewinds: number;
  /** what was computed over groups, by name, with the stamp it was computed at */
  readonly memory: Map<string, { readonly stamp: number; readonly value: unknown }>;
}

export function emptySession(): Session {
  return {
    entries: new Map(),
    arrived: [],
    clashes: new Map(),
    groups: new Map(),
    verdicts: new Map(),
    latest: undefined,
    revision: 0,
    rewinds: 0,
    memory: new Map(),
  };
}

/** Takes one entry in: commutative and idempotent. Changes the session that it is given, and returns it. */
export function fold(session: Session, entry: AnyEntry): Session {
  const present = session.entries.get(entry.id);
  if (present !== undefined) return foldAgain(session, present, entry);
  session.entries.set(entry.id, entry);
  session.arrived.push(entry.id);
  session.latest = laterId(session.latest, entry.id);
  session.revision += 1;
  place(session, entry);
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
  const versions = session.clashes.get(entry.id) ?? new Map([[lineOf(present), present]]);
  const line = lineOf(entry);
  if (versions.has(line)) return session;
  versions.set(line, entry);
  session.clashes.set(entry.id, versions);
  if (compareBytes(line, lineOf(present)) < 0) session.entries.set(entry.id, entry);
  session.revision += 1;
  place(session, entry);
  for (const version of versions.values()) touch(session, version);
  return session;
}

function place(session: Session, entry: AnyEntry): void {
  if (!isKnown(entry)) return;
  if (isVerdict(entry)) {
    const verdicts = session.verdicts.get(entry.entry);
    if (verdicts === undefined) session.verdicts.set(entry.entry, [entry]);
    else verdicts.push(entry);
    touchNamed(session, entry);
    return;
  }
  const shelf = shelfOf(session.groups, entry);
  // an array that grows keeps room for sixteen, and most shelves of a large record hold one
  if (shelf.entries.length === 0) shelf.entries = [entry];
  else shelf.entries.push(entry);
  shelf.isJudged ||= session.verdicts.has(entry.id);
  shelf.stamp = session.revision;
  shelf.group.stamp = session.revision;
}

/** Marks what was computed with an entry as out of date. */
export function touch(session: Session, entry: AnyEntry): void {
  if (!isKnown(entry)) return;
  if (isVerdict(entry)) {
    touchNamed(session, entry);
    return;
  }
  const shelf = shelfOf(session.groups, entry);
  shelf.isJudged ||= session.verdicts.has(entry.id);
  shelf.stamp = session.revision;
  shelf.group.stamp = session.revision;
}

function touchNamed(session: Session, verdict: Verdict): void {
  for (const version of versionsOf(session, verdict.entry)) {
    const isStrike = version.kind === 'entry-struck' || version.kind === 'entry-restored';
    // a strike of a strike has no effect; a strike of a pick and a pick of a strike have
    if (verdict.kind === 'entry-picked' || !isStrike) touch(session, version);
  }
}

/** Every content that came under an id, by the bytes of its line. */
export function versionsOf(session: Session, id: Id): readonly AnyEntry[] {
  const versions = session.clashes.get(id);
  if (versions !== undefined) return [...versions].sort(([a], [b]) => compareBytes(a, b)).map(([, version]) => version);
  const entry = session.entries.get(id);
  return entry === undefined ? [] : [entry];
}

export function isVerdict(entry: Entry): entry is Verdict {
  return entry.kind === 'entry-struck' || entry.kind === 'entry-restored' || entry.kind === 'entry-picked';
}
