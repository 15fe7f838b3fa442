import { STANCES, type On, type Stance } from '../record/entry';
import type { Id, Instant, Slug } from '../record/ids';
import { rememberedAt, stampOf } from '../session/look';
import type { Session } from '../session/session';
import { answersTo, onKey } from '../session/shelves';
import { objectionsAbout, objectionsSettled } from './about';
import { answerers, bodyGroups, bodyOf, type Body } from './body';
import { marksOf } from './marks';
import { allowedOutstanding } from './quorum';
import { reasonsOf } from './reasons';
import { find, type AssessmentState, type Matter } from './state';
import { answerVoices, positionVoices, type RuleAnswer, type Voice } from './voices';

export type { AssessmentState } from './state';

export interface Assessment {
  readonly state: AssessmentState;
  /** the stances that carry, the one held by most or all of a tie: in the states conditional, unanimous, consensus, rough */
  readonly stances: readonly Stance[];
  /** the reasons as sentences, never empty; the first gives the state's own */
  readonly because: readonly string[];
  readonly body: Body;
}

export interface RuleAssessment {
  readonly state: AssessmentState;
  /** like `stances` of a subsystem */
  readonly answers: readonly RuleAnswer[];
  readonly because: readonly string[];
  readonly body: Body;
}

/** Where agreement on a subsystem stands at a moment: a function of the record and of which holds run at `asOf`. */
export function assessSubsystem(session: Session, slug: Slug, asOf: Instant): Assessment {
  const groups = bodyGroups(session, slug);
  return remember(session, { subsystem: slug }, asOf, groups, () => {
    const voices = positionVoices(session, slug);
    const { named, ...found } = assess(session, { subsystem: slug }, asOf, STANCES, bodyOf(session, slug), voices);
    return { ...found, stances: named };
  });
}

/** The same for a rule: at large among everybody who answered it, or for one subsystem in that subsystem's body. */
export function assessRule(session: Session, rule: Id, asOf: Instant, subsystem?: Slug): RuleAssessment {
  const on: On = subsystem === undefined ? { rule } : { rule, subsystem };
  const groups = subsystem === undefined ? [] : bodyGroups(session, subsystem);
  return remember(session, on, asOf, ['rule', answersTo(rule, subsystem), ...groups], () => {
    const body = subsystem === undefined ? answerers(session, rule) : bodyOf(session, subsystem);
    const voices = answerVoices(session, rule, subsystem);
    const { named, ...found } = assess(session, on, asOf, ['supports', 'opposes'], body, voices);
    return { ...found, answers: named };
  });
}

/** What every assessment looks at, whatever it is about, beside the objections about it. */
const GROUPS = ['meeting', 'participant', 'same', 'condition', 'call', 'reopening'];

/** Remembers an assessment until something that it looks at changes. Of the moment only the running holds matter. */
function remember<T>(session: Session, on: On, asOf: Instant, groups: readonly string[], compute: () => T): T {
  const { value, since } = objectionsSettled(session, on);
  const running = value.filter(({ until }) => until !== undefined && until > asOf);
  const name = `assessment ${onKey(on)} ${running.map(({ id }) => id).join(' ')}`;
  return rememberedAt(session, name, Math.max(since, stampOf(session, [...GROUPS, ...groups])), compute);
}

interface Assessed<O extends string> {
  readonly state: AssessmentState;
  readonly named: readonly O[];
  readonly because: readonly string[];
  readonly body: Body;
}

function assess<O extends string>(
  session: Session,
  on: On,
  asOf: Instant,
  options: readonly O[],
  body: Body,
  voices: readonly Voice<O>[],
): Assessed<O> {
  const objections = objectionsAbout(session, on);
  const matter: Matter<O> = { options, body, voices, objections, outstanding: allowedOutstanding(session), asOf };
  const finding = find(matter);
  const because = [...reasonsOf(session, matter, finding), ...marksOf(session, on, matter, finding)];
  return { state: finding.state, named: finding.named, because, body };
}
