import { POSITION_STANCES, type PositionStance } from '../../shared/record/entry';
import type { Slug } from '../../shared/record/ids';
import { rememberedAt, stampOf } from '../../shared/session/look';
import type { Person } from '../../shared/session/people';
import { positionOf, type Position } from '../../shared/session/positions';
import type { Session } from '../../shared/session/session';
import { positionsOn } from '../../shared/session/shelves';
import { everybody, everybodySince } from './everybody';
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

const GROUPS = ['same', 'condition', 'objection', 'settlement', 'dispute', 'meeting', 'call', 'reopening', 'question'];

/** Who holds what for a subsystem, by answer; answers that nobody gave have no group. */
export function board(session: Session, slug: Slug): readonly BoardGroup[] {
  const stamp = Math.max(everybodySince(session), stampOf(session, [...GROUPS, positionsOn(slug)]));
  return rememberedAt(session, `board ${slug}`, stamp, () => {
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
