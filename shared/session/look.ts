import type { Entry, EntryOf, Kind } from '../record/entry';
import { byId } from '../record/order';
import { standing, type Standing } from './register';
import type { Session } from './session';
import type { Shelf } from './shelves';
import { counts, isStruck } from './verdicts';

/**
 * Computes a value over some groups of shelves and remembers it until one of them changes.
 * The value is the same object as long as nothing changed, so a view can compare by identity.
 */
export function remembered<T>(session: Session, name: string, groups: readonly string[], compute: () => T): T {
  return rememberedAt(session, name, stampOf(session, groups), compute);
}

/** The revision of the session at which something last changed in any of some groups. */
export function stampOf(session: Session, groups: readonly string[]): number {
  let stamp = 0;
  for (const group of groups) stamp = Math.max(stamp, session.groups.get(group)?.stamp ?? 0);
  return stamp;
}

export function rememberedAt<T>(session: Session, name: string, stamp: number, compute: () => T): T {
  const known = session.memory.get(name);
  if (known?.stamp === stamp) return known.value as T;
  const value = compute();
  session.memory.set(name, { stamp, value });
  return value;
}

/** A value with the revision at which it last became another. */
export interface Settled<T> {
  readonly value: T;
  readonly since: number;
}

/**
 * As `rememberedAt`; but a value that comes out equal to the one before stays that object, and `since` stays. What is
 * computed from it takes `since` for its stamp, and so isn't computed again for changes that made no difference.
 */
export function settledAt<T>(
  session: Session,
  name: string,
  stamp: number,
  compute: () => T,
  isSame: (a: T, b: T) => boolean,
): Settled<T> {
  const before = session.memory.get(name)?.value as Settled<T> | undefined;
  return rememberedAt(session, name, stamp, () => {
    const value = compute();
    return before !== undefined && isSame(before.value, value) ? before : { value, since: stamp };
  });
}

/**
 * The same for lists by key: a list whose members are the ones of before stays that array, whatever became of the
 * others, so that whoever shows one, or computed something of it, has nothing to do.
 */
export function rememberedLists<K, T>(
  session: Session,
  name: string,
  groups: readonly string[],
  compute: () => ReadonlyMap<K, readonly T[]>,
): ReadonlyMap<K, readonly T[]> {
  const before = session.memory.get(name)?.value as ReadonlyMap<K, readonly T[]> | undefined;
  return remembered(session, name, groups, () => {
    const found = new Map(compute());
    for (const [key, list] of before ?? []) if (hasSameMembers(list, found.get(key))) found.set(key, list);
    return found;
  });
}

function hasSameMembers<T>(before: readonly T[], now: readonly T[] | undefined): boolean {
  return now?.length === before.length && now.every((member, at) => member === before[at]);
}

/** The keys of the shelves in some groups that something changed on after a revision. */
export function changedSince(session: Session, groups: readonly string[], revision: number): ReadonlySet<string> {
  const keys = new Set<string>();
  for (const name of groups) {
    const group = session.groups.get(name);
    if (group === undefined || group.stamp <= revision) continue;
    for (const [key, shelf] of group.shelves) if (shelf.stamp > revision) keys.add(key);
  }
  return keys;
}

/** The keys that a group has shelves for: handles, slugs or ids. */
export function keysOf(session: Session, group: string): readonly string[] {
  return [...(session.groups.get(group)?.shelves.keys() ?? [])];
}

/** What stands on one shelf. The caller names the kinds that share the register. */
export function standingOf<K extends Kind>(
  session: Session,
  group: string,
  key: string,
): Standing<EntryOf<K>> | undefined {
  const shelf = session.groups.get(group)?.shelves.get(key);
  return shelf === undefined ? undefined : (standingOn(session, shelf) as Standing<EntryOf<K>> | undefined);
}

/** What stands on a shelf. Of one entry, as most shelves of a large record hold, it isn't kept: reading it costs no more. */
export function standingOn(session: Session, shelf: Shelf): Standing<Entry> | undefined {
  const { entries, stamp, isJudged } = shelf;
  if (entries.length === 1) return standingOver(session, entries, isJudged);
  if (shelf.memory?.stamp !== stamp) shelf.memory = { stamp, value: standingOver(session, entries, isJudged) };
  return shelf.memory.value as Standing<Entry> | undefined;
}

/** The entry that stands on a shelf: of one entry without reading what stands. */
export function headOn(session: Session, shelf: Shelf): Entry | undefined {
  const only = shelf.entries[0];
  if (only === undefined || shelf.entries.length > 1) return standingOn(session, shelf)?.head;
  return counts(session, only) && !(shelf.isJudged && isStruck(session, only.id)) ? only : undefined;
}

/** What stands in a register, which may be spread over several shelves. Where none of them is judged nothing is struck. */
export function standingOver<E extends Entry>(
  session: Session,
  all: readonly E[],
  isJudged = true,
): Standing<E> | undefined {
  const counted = session.clashes.size === 0 ? all : all.filter((entry) => counts(session, entry));
  return standing({ counted, all, isStruck: (id) => isJudged && isStruck(session, id) });
}

/** The entries of a shelf that count and are not struck, in record order: for things that are not revised. */
export function unstruck<K extends Kind>(session: Session, group: string, key = ''): readonly EntryOf<K>[] {
  const shelf = session.groups.get(group)?.shelves.get(key) as Shelf<EntryOf<K>> | undefined;
  if (shelf === undefined) return [];
  return shelf.entries.filter((entry) => counts(session, entry) && !isStruck(session, entry.id)).sort(byId);
}

/** All entries of a shelf, those that don't count too: for registers that are spread over several shelves. */
export function shelved<K extends Kind>(session: Session, group: string, key = ''): readonly EntryOf<K>[] {
  return (session.groups.get(group)?.shelves.get(key)?.entries ?? []) as readonly Entry[] as readonly EntryOf<K>[];
}
