import type { Stance } from '../record/entry';
import type { Id, Instant, Slug } from '../record/ids';
import type { Session } from '../session/session';
import type { Body } from './body';

/** Where agreement stands, from what blocks most to what blocks least (DESIGN.md, Assessment). Computed, never stored. */
export type AssessmentState =
  'contested' | 'no-input' | 'below-quorum' | 'conditional' | 'unanimous' | 'consensus' | 'rough' | 'split';

export interface Assessment {
  readonly state: AssessmentState;
  /** the stances that carry, the one held by most or all of a tie: in the states conditional, unanimous, consensus, rough */
  readonly stances: readonly Stance[];
  /** the reasons as sentences, never empty; the first gives the state's own */
  readonly because: readonly string[];
  readonly body: Body;
}

/** What a rule's answers may agree on. */
export type RuleAnswer = 'supports' | 'opposes';

export interface RuleAssessment {
  readonly state: AssessmentState;
  readonly answers: readonly RuleAnswer[];
  readonly because: readonly string[];
  readonly body: Body;
}

/** Where agreement on a subsystem stands at a moment: a function of the record and `asOf`, which matters for holds. */
export function assessSubsystem(_session: Session, _slug: Slug, _asOf: Instant): Assessment {
  throw new Error('being written');
}

/** The same for a rule: at large among everybody who answered it, or for one subsystem in that subsystem's body. */
export function assessRule(_session: Session, _rule: Id, _asOf: Instant, _subsystem?: Slug): RuleAssessment {
  throw new Error('being written');
}
