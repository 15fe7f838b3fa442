import { POSITION_STANCES, type PositionStance } from '../../shared/record/entry';
import type { Slug } from '../../shared/record/ids';
import { remembered } from '../../shared/session/look';
import type { Person } from '../../shared/session/people';
import { positionOf, type Position } from '../../shared/session/positions';
import type { Session } from '../../shared/session/session';
import { everybody, positionGroups } from './everybody';
import { objectors } from './objections-here';

/** One person's row on a subsystem. */
export interface BoardRow {
  readonly person: Person;
  readonly position: Position | undefined;
  /** has an objection here that is not settled */
  readonly objects: boolean;
}

/** Those who give the same answer. */
export interface BoardGroup {
  readonly stance: PositionStance;
  readonly rows: readonly BoardRow[];
}

const OBJECTIONS = ['objection', 'settlement', 'dispute', 'meeting', 'call', 'reopening', 'question'];
const PEOPLE = ['participant', 'same', 'condition'];

/** Who holds what for a subsystem, by answer; answers that nobody gave have no group. */
export function board(session: Session, slug: Slug): readonly BoardGroup[] {
  return remembered(session, `board ${slug}`, [...PEOPLE, ...OBJECTIONS, ...positionGroups(session)], () => {
    const objecting = objectors(session, slug);
    const rows = everybody(session).map((person): BoardRow => {
      const position = positionOf(session, person.handle, slug);
      return { person, position, objects: objecting.has(person.handle) };
    });
    return POSITION_STANCES.map((stance) => ({
      stance,
      rows: rows.filter(({ position }) => (position?.stance ?? 'none') === stance),
    })).filter((group) => group.rows.length > 0);
  });
}
