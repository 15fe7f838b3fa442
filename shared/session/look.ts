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

/** The same for one shelf of a group. */
export function shelfStamp(session: Session, group: string, key: string): number {
  return session.groups.get(group)?.shelves.get(key)?.stamp ?? 0;
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
  if (shelf === undefined) return undefined;
  if (shelf.memory?.stamp !== shelf.stamp) {
    shelf.memory = { stamp: shelf.stamp, value: standingOver(session, shelf.entries) };
  }
  return shelf.memory.value as Standing<EntryOf<K>> | undefined;
}

/** The entry that stands on a shelf: of a shelf of one entry, as most are, without reading and keeping what stands. */
export function headOn<K extends Kind>(session: Session, group: string, key: string): EntryOf<K> | undefined {
  const entries = shelved<K>(session, group, key);
  const [only] = entries;
  if (only === undefined) return undefined;
  if (entries.length > 1) return standingOf<K>(session, group, key)?.head;
  return counts(session, only) && !isStruck(session, only.id) ? only : undefined;
}

/** What stands in a register that is spread over several shelves. */
export function standingOver<E extends Entry>(session: Session, all: readonly E[]): Standing<E> | undefined {
  const counted = session.clashes.size === 0 ? all : all.filter((entry) => counts(session, entry));
  return standing({ counted, all, isStruck: (id) => isStruck(session, id) });
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
