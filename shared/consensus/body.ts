import type { Handle, Slug } from '../record/ids';
import type { Session } from '../session/session';

/** Who decides: the recorded seats; else those whose attendance was taken; else everybody who was heard. */
export type BodyBasis = 'seats' | 'attendance' | 'heard';

/** A change of the seats after the first position was taken: it is named in every assessment. */
export interface SeatChange {
  readonly who: Handle;
  readonly change: 'joined' | 'left';
}

/** The body: whose answers decide. */
export interface Body {
  readonly basis: BodyBasis;
  /** who decides, without those who recused or sent regrets where there are seats; seats in their order, others sorted */
  readonly members: readonly Handle[];
  /** seats that leave the body because they recused */
  readonly recused: readonly Handle[];
  /** seats that leave the body because they sent regrets */
  readonly regrets: readonly Handle[];
  /** seats in subsystems that this one affects, without this one's own: shown beside, never counted */
  readonly affected: readonly Handle[];
  readonly changes: readonly SeatChange[];
}

export function bodyOf(_session: Session, _slug: Slug): Body {
  throw new Error('being written');
}
