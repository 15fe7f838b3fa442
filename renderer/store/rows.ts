import { POSITION_STANCES } from '../../shared/record/entry';
import type { Handle, Slug } from '../../shared/record/ids';
import { keysOf } from '../../shared/session/look';
import { isOpen, objections, subsystemOn, type Objection } from '../../shared/session/objections';
import { people } from '../../shared/session/people';
import { positionOf } from '../../shared/session/positions';
import { keptHandle } from '../../shared/session/same';
import type { Session } from '../../shared/session/session';
import { positionsOn } from '../../shared/session/shelves';
import { subsystems } from '../../shared/session/subsystems';
import type { State } from './state';

/** Everybody who has a row: those who were added, in that order, then those who hold something and were not. */
export function everybody(session: Session): readonly Handle[] {
  const added = people(session).map(({ handle }) => handle);
  const groups = [...session.groups.keys()].filter((group) => group.startsWith(positionsOn('')));
  const holders = groups.flatMap((group) => keysOf(session, group) as readonly Handle[]);
  const others = new Set(holders.map((handle) => keptHandle(session, handle)));
  return [...added, ...[...others].filter((handle) => !added.includes(handle)).sort()];
}

/** The rows on the screen, from the top: by answer in Live, as people came in the Matrix. */
export function rowsOf({ open, view, selection }: State): readonly Handle[] {
  if (open === undefined) return [];
  const { session } = open;
  const all = everybody(session);
  const { subsystem } = selection;
  if (view !== 'live' || subsystem === undefined) return all;
  const rank = (who: Handle): number => POSITION_STANCES.indexOf(positionOf(session, who, subsystem)?.stance ?? 'none');
  return all.toSorted((a, b) => rank(a) - rank(b));
}

/** The subsystems from left to right, or from the top. */
export function columnsOf({ open }: State): readonly Slug[] {
  return open === undefined ? [] : subsystems(open.session).map(({ slug }) => slug);
}

/** Objections that are not settled and are about a subsystem, by number. */
export function openObjections(session: Session, slug: Slug | undefined): readonly Objection[] {
  return objections(session).filter(
    (each) => isOpen(each) && (slug === undefined || subsystemOn(session, each.on) === slug),
  );
}
