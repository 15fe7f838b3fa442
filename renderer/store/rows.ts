import type { Handle, Slug } from '../../shared/record/ids';
import { isOpen, type Objection } from '../../shared/session/objections';
import type { Person } from '../../shared/session/people';
import { positionsBy } from '../../shared/session/holders';
import { positionOf } from '../../shared/session/positions';
import type { Session } from '../../shared/session/session';
import { hasSubsystem, subsystems } from '../../shared/session/subsystems';
import { board, type BoardGroup } from './board';
import { everybody } from './everybody';
import { matches, readFilter, type Held } from './filter';
import { objectedTo, objectionsHere } from './objections-here';
import { bySimilarity } from './similar';
import type { RowOrder, State } from './state';

const NOTHING: ReadonlySet<Slug> = new Set();

/** What Live shows of a subsystem: those who fit the filter, by answer. */
export function shownBoard(session: Session, slug: Slug, filter: string | undefined): readonly BoardGroup[] {
  const groups = board(session, slug);
  const wanted = readFilter(filter);
  if (wanted === undefined) return groups;
  return groups
    .map(({ stance, rows }) => ({
      stance,
      rows: rows.filter(({ person, position, objects }) => matches(wanted, person, [{ position, objects }])),
    }))
    .filter(({ rows }) => rows.length > 0);
}

/** The rows of the Matrix: those who fit the filter with anything they hold, in an order. */
export function shownPeople(session: Session, order: RowOrder, filter: string | undefined): readonly Person[] {
  const all = order === 'similar' ? bySimilarity(session) : everybody(session);
  const wanted = readFilter(filter);
  const fitting = wanted === undefined ? all : all.filter((person) => matches(wanted, person, heldBy(session, person)));
  return order === 'name'
    ? fitting.toSorted((a, b) => (a.name ?? a.handle).localeCompare(b.name ?? b.handle))
    : fitting;
}

/** What somebody holds or objects to anywhere; all subsystems that heard nothing from them together are one. */
function heldBy(session: Session, { handle }: Person): readonly Held[] {
  const objecting = objectedTo(session).get(handle) ?? NOTHING;
  const slugs = new Set([...positionsBy(session, handle).map(({ subsystem }) => subsystem), ...objecting]);
  const held = [...slugs]
    .filter((slug) => hasSubsystem(session, slug))
    .map((slug): Held => ({ position: positionOf(session, handle, slug), objects: objecting.has(slug) }));
  return held.length < subsystems(session).length ? [...held, { position: undefined, objects: false }] : held;
}

/** The rows on the screen, from the top. */
export function rowsOf({ open, view, selection, order, filter }: State): readonly Handle[] {
  if (open === undefined) return [];
  const { session } = open;
  if (view !== 'live') return shownPeople(session, order, filter).map(({ handle }) => handle);
  const groups = selection.subsystem === undefined ? [] : shownBoard(session, selection.subsystem, filter);
  return groups.flatMap(({ rows }) => rows.map(({ person }) => person.handle));
}

/** The subsystems from left to right, or from the top. */
export function columnsOf({ open }: State): readonly Slug[] {
  return open === undefined ? [] : subsystems(open.session).map(({ slug }) => slug);
}

/** Objections of a subsystem's page that are not settled, by number. */
export function openObjections(session: Session, slug: Slug | undefined): readonly Objection[] {
  return slug === undefined ? [] : objectionsHere(session, slug).filter(isOpen);
}
