import type { Handle, Slug } from '../record/ids';
import { rememberedAt, settledAt, stampOf, type Settled } from './look';
import { positionsFor } from './positions';
import type { Session } from './session';
import { positionsOn } from './shelves';

const POSITIONS = positionsOn('');

/** The groups of shelves that hold positions, one for each subsystem. Groups only come, so their number says which. */
export function positionGroups(session: Session): readonly string[] {
  return rememberedAt(session, 'position groups', session.groups.size, () =>
    [...session.groups.keys()].filter((group) => group.startsWith(POSITIONS)),
  );
}

/**
 * Everybody who holds a position on anything, cleared ones included, by the person's handle. A position more by
 * somebody who holds one leaves it as it was, so that what counts over all people isn't counted again for each entry.
 */
export function holders(session: Session): Settled<ReadonlySet<Handle>> {
  const groups = positionGroups(session);
  const stamp = stampOf(session, ['same', ...groups]);
  return rememberedAt(session, 'holders at', stamp, () => {
    const parts = groups.map((group) => holdersOf(session, group));
    const since = Math.max(0, ...parts.map((part) => part.since));
    return settledAt(session, 'holders', since, () => new Set(parts.flatMap(({ value }) => value)), isSameSet);
  });
}

function holdersOf(session: Session, group: string): Settled<readonly Handle[]> {
  const stamp = stampOf(session, [group, 'same', 'condition']);
  const slug = group.slice(POSITIONS.length) as Slug;
  const compute = (): readonly Handle[] => positionsFor(session, slug).map(({ who }) => who);
  return settledAt(session, `holders of ${group}`, stamp, compute, isSameList);
}

function isSameList(a: readonly Handle[], b: readonly Handle[]): boolean {
  return a.length === b.length && a.every((handle, at) => handle === b[at]);
}

function isSameSet(a: ReadonlySet<Handle>, b: ReadonlySet<Handle>): boolean {
  return a.size === b.size && [...a].every((handle) => b.has(handle));
}
