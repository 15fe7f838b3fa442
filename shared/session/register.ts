import { knownFields } from '../record/check';
import type { Entry, Kind } from '../record/entry';
import type { Id } from '../record/ids';
import { byTime, timeOf } from '../record/order';

/** What stands in a register, computed from its revisions. */
export interface Standing<E extends Entry> {
  /** the unsuperseded, unstruck entry with the greatest (time, id) */
  readonly head: E;
  /** all unsuperseded, unstruck entries, in order of (time, id); the last is `head` */
  readonly heads: readonly E[];
  /** true where more than one head stands and they say different things: a person resolves it */
  readonly conflict: boolean;
  /** every unstruck entry of the register in order of (time, id), superseded ones included */
  readonly history: readonly E[];
}

/** What standing is computed from: the revisions that count, those that only pass on `prev`, and who is struck. */
export interface Revisions<E extends Entry> {
  /** entries of the register without an unresolved clash, struck ones included */
  readonly counted: readonly E[];
  /** every version of every entry of the register, clashing ones included: paths through `prev` go through them too */
  readonly all: readonly E[];
  readonly isStruck: (id: Id) => boolean;
}

/**
 * An entry is superseded if an unstruck entry reaches it through `prev` (also through struck and clashing ones),
 * or if a head of its register has a later time and one of the two has `said` (FORMAT.md, registers).
 */
export function standing<E extends Entry>(revisions: Revisions<E>): Standing<E> | undefined {
  const { counted, all, isStruck } = revisions;
  const [only] = all;
  if (only !== undefined && all.length === 1 && counted.length === 1)
    return isStruck(only.id) ? undefined : last([only]);
  // a copy either way: the shelf's own list grows
  const unstruck = counted.some(({ id }) => isStruck(id)) ? counted.filter(({ id }) => !isStruck(id)) : [...counted];
  if (counted.length === all.length && isChain(counted)) return last(unstruck);
  unstruck.sort(byTime);
  const reached = reachedThroughPrev(unstruck, all);
  const heads = unsupersededByTime(unstruck.filter((entry) => !reached.has(entry.id)));
  const head = heads.at(-1);
  if (head === undefined) return undefined;
  const conflict = heads.length > 1 && new Set(heads.map(contentOf)).size > 1;
  return { head, heads, conflict, history: unstruck };
}

/** Whether each of some revisions is later than the one before and names it, so that the last unstruck one supersedes all. */
function isChain(all: readonly Entry[]): boolean {
  return all.every((entry, at) => {
    const before = all[at - 1];
    return (
      entry.said === undefined && (before === undefined || (before.id < entry.id && prevOf(entry).includes(before.id)))
    );
  });
}

/** What stands where the last of some revisions supersedes the others. */
function last<E extends Entry>(history: readonly E[]): Standing<E> | undefined {
  const head = history.at(-1);
  if (head === undefined) return undefined;
  return { head, heads: history.length === 1 ? history : [head], conflict: false, history };
}

/** Of heads in order of (time, id), those without a head of a later time where one of the two has `said`. */
function unsupersededByTime<E extends Entry>(tips: readonly E[]): readonly E[] {
  const last = tips.at(-1);
  const lastSaid = tips.findLast((tip) => tip.said !== undefined);
  if (last === undefined || lastSaid === undefined) return tips;
  return tips.filter((tip) => timeOf(tip) >= timeOf(tip.said === undefined ? lastSaid : last));
}

function reachedThroughPrev<E extends Entry>(from: readonly E[], all: readonly E[]): ReadonlySet<Id> {
  const links = new Map<Id, readonly Id[]>();
  for (const entry of all) {
    const before = prevOf(entry);
    const known = links.get(entry.id);
    if (before.length > 0) links.set(entry.id, known === undefined ? before : [...known, ...before]);
  }
  const reached = new Set<Id>();
  const open = from.flatMap((entry) => prevOf(entry));
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (reached.has(id)) continue;
    reached.add(id);
    open.push(...(links.get(id) ?? []));
  }
  return reached;
}

/** The revisions that an entry's author had seen; empty where it has none. */
export function prevOf(entry: Entry): readonly Id[] {
  return 'prev' in entry && entry.prev !== undefined ? entry.prev : [];
}

const UNCOMPARED = new Set(['id', 'by', 'kind', 'act', 'prev', 'said']);

/** Heads that say the same, together: each group is one thing that somebody recorded, however often. */
export function alike<E extends Entry>(heads: readonly E[]): readonly (readonly [E, ...E[]])[] {
  const groups = new Map<string, [E, ...E[]]>();
  for (const head of heads) {
    const content = contentOf(head);
    const group = groups.get(content);
    if (group === undefined) groups.set(content, [head]);
    else group.push(head);
  }
  return [...groups.values()];
}

/** What two heads must share not to be in conflict: every field but `id by kind act prev said`. */
function contentOf(entry: Entry): string {
  const fields = Object.entries(entry).filter(([key]) => !UNCOMPARED.has(key));
  return JSON.stringify(fields.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/**
 * Whether a revision says just what the head says that it revises. The first entry of a thing doesn't name it, its
 * revisions do.
 */
export function saysTheSame(head: Entry, revision: Entry): boolean {
  const own = Object.entries(revision).filter(([, value]) => value !== head.id);
  return contentOf(head) === contentOf(Object.fromEntries(own) as unknown as Entry);
}

/**
 * What a revision takes over from the head it revises: the fields that this program doesn't know, in either kind.
 * A revision restates every field; absent means cleared.
 */
export function unknownFieldsOf(head: Entry, revision: Kind): Readonly<Record<string, unknown>> {
  const known = [knownFields(head.kind), knownFields(revision)];
  return Object.fromEntries(Object.entries(head).filter(([key]) => !known.some((fields) => fields.has(key))));
}

/** The heads that a new revision of time `time` names in `prev`: those its author saw that are not of a later time. */
export function prevFor<E extends Entry>(current: Standing<E> | undefined, time: string): { prev?: readonly Id[] } {
  const seen = (current?.heads ?? []).filter((entry) => timeOf(entry) <= time).map((entry) => entry.id);
  return seen.length === 0 ? {} : { prev: seen.sort() };
}
