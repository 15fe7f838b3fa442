import type { PositionStance } from '../record/entry';
import type { Handle, Slug } from '../record/ids';
import { headOn, rememberedAt, settledAt, stampOf, type Settled } from './look';
import { positionOf, type Position } from './positions';
import { positionStanding, type PositionEntry } from './registers';
import { handlesOf, keptHandle, keptHandles } from './same';
import type { Session } from './session';
import { positionsOn, type Shelf } from './shelves';

const POSITIONS = positionsOn('');

/** The groups of shelves that hold positions, one for each subsystem. Groups only come, so their number says which. */
export function positionGroups(session: Session): readonly string[] {
  return rememberedAt(session, 'position groups', session.groups.size, () =>
    [...session.groups.keys()].filter((group) => group.startsWith(POSITIONS)),
  );
}

/** The revision at which a position on anything last changed. */
export function positionsSince(session: Session): number {
  return rememberedAt(session, 'positions since', session.revision, () =>
    stampOf(session, ['same', ...positionGroups(session)]),
  );
}

/** The revision at which anything but a position last changed. */
export function othersSince(session: Session): number {
  return rememberedAt(session, 'others since', session.revision, () =>
    stampOf(
      session,
      [...session.groups.keys()].filter((group) => !group.startsWith(POSITIONS)),
    ),
  );
}

/**
 * Everybody who holds a position on anything, cleared ones included, by the person's handle. A position more by
 * somebody who holds one leaves it as it was, so that what counts over all people isn't counted again for each entry.
 */
export function holders(session: Session): Settled<ReadonlySet<Handle>> {
  return rememberedAt(session, 'holders at', positionsSince(session), () => {
    const parts = positionGroups(session).map((group) => holdersOf(session, group));
    const since = Math.max(0, ...parts.map((part) => part.since));
    return settledAt(session, 'holders', since, () => united(parts), isSameSet);
  });
}

function united(parts: readonly Settled<readonly Handle[]>[]): ReadonlySet<Handle> {
  const all = new Set<Handle>();
  for (const { value } of parts) for (const who of value) all.add(who);
  return all;
}

function holdersOf(session: Session, group: string): Settled<readonly Handle[]> {
  const compute = (): readonly Handle[] => headsOn(session, group).map(({ who }) => keptHandle(session, who));
  return settledAt(session, `holders of ${group}`, stampOf(session, [group, 'same']), compute, isSameList);
}

/** The stances that are held for a subsystem, cleared ones included: one for each person. */
export function stancesOn(session: Session, slug: Slug): readonly PositionStance[] {
  return headsOn(session, positionsOn(slug)).map(({ stance }) => stance);
}

/**
 * What everybody holds who holds a position in a group, without reading the positions: of a million there are few whose
 * words anybody will look at. In the order in which the people came.
 */
function headsOn(session: Session, group: string): readonly PositionEntry[] {
  return rememberedAt(session, `heads of ${group}`, stampOf(session, [group, 'same']), () => {
    const shelves = session.groups.get(group)?.shelves ?? new Map<string, Shelf>();
    const slug = group.slice(POSITIONS.length);
    const heads: PositionEntry[] = [];
    for (const who of keptHandles(session, shelves.keys() as Iterable<Handle>)) {
      const shelf = handlesOf(session, who).length === 1 ? shelves.get(who) : undefined;
      const head = shelf === undefined ? positionStanding(session, who, slug)?.head : headOn(session, shelf);
      if (head?.kind === 'position-taken') heads.push(head);
    }
    return heads;
  });
}

/** Every position that one person holds, cleared ones included; of many subsystems those that were never spoken of cost nothing. */
export function positionsBy(session: Session, who: Handle): readonly Position[] {
  const handles = handlesOf(session, who);
  return positionGroups(session)
    .filter((group) => handles.some((handle) => session.groups.get(group)?.shelves.has(handle) === true))
    .flatMap((group) => positionOf(session, who, group.slice(POSITIONS.length) as Slug) ?? []);
}

function isSameList(a: readonly Handle[], b: readonly Handle[]): boolean {
  return a.length === b.length && a.every((handle, at) => handle === b[at]);
}

function isSameSet(a: ReadonlySet<Handle>, b: ReadonlySet<Handle>): boolean {
  return a.size === b.size && [...a].every((handle) => b.has(handle));
}
