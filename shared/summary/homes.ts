import { objectionsAbout } from '../consensus/about';
import type { On } from '../record/entry';
import type { Id, Slug } from '../record/ids';
import { madeOn } from '../session/calls';
import { remembered } from '../session/look';
import { objections, subsystemOn, type Objection } from '../session/objections';
import { questions } from '../session/questions';
import { ruleOf } from '../session/rules';
import type { Session } from '../session/session';
import { hasSubsystem } from '../session/subsystems';

/** Where an objection is printed in full: each in one place, and none in no place. */
export type Home =
  | { readonly of: 'subsystem'; readonly subsystem: Slug }
  | { readonly of: 'rule'; readonly rule: Id }
  | { readonly of: 'question'; readonly question: Id }
  /** what it is about was struck or isn't here */
  | { readonly of: 'nothing' };

const NOWHERE: Home = { of: 'nothing' };

/** A call is at home where the thing is that it was made on. */
export function homeOf(session: Session, on: On): Home {
  if ('rule' in on) return ruleOf(session, on.rule) === undefined ? NOWHERE : { of: 'rule', rule: on.rule };
  if ('subsystem' in on) {
    return hasSubsystem(session, on.subsystem) ? { of: 'subsystem', subsystem: on.subsystem } : NOWHERE;
  }
  if ('question' in on) {
    const isHere = questions(session).some(({ id }) => id === on.question);
    return isHere ? { of: 'question', question: on.question } : NOWHERE;
  }
  const matter = madeOn(session, on.call);
  return matter === undefined ? NOWHERE : homeOf(session, matter);
}

/** The objections that are printed at a place. */
export function objectionsAt(session: Session, isPlace: (home: Home) => boolean): readonly Objection[] {
  return objections(session).filter(({ on }) => isPlace(homeOf(session, on)));
}

/** The objections that touch a subsystem: those printed there, and those to a rule or question that is about it. */
export interface Touching {
  readonly own: readonly Objection[];
  readonly elsewhere: readonly Objection[];
}

export function objectionsTouching(session: Session, slug: Slug): Touching {
  return touchingBySubsystem(session).get(slug) ?? NONE;
}

const NONE: Touching = { own: [], elsewhere: [] };

/** What objections are read from, and what they may be on. */
const GROUPS = [
  ...['objection', 'settlement', 'dispute', 'meeting', 'same'],
  ...['subsystem', 'rule', 'question', 'call', 'reopening'],
];

/** One walk over all objections, not one for each subsystem. */
function touchingBySubsystem(session: Session): ReadonlyMap<Slug, Touching> {
  return remembered(session, 'objections touching subsystems', GROUPS, () => {
    const found = new Map<Slug, { readonly own: Objection[]; readonly elsewhere: Objection[] }>();
    for (const objection of objections(session)) {
      const home = homeOf(session, objection.on);
      const slug = home.of === 'subsystem' ? home.subsystem : subsystemOn(session, objection.on);
      if (slug === undefined) continue;
      const known = found.get(slug) ?? { own: [], elsewhere: [] };
      found.set(slug, known);
      (home.of === 'subsystem' ? known.own : known.elsewhere).push(objection);
    }
    return found;
  });
}

/** The objections that stand beside a call: all that touch its subsystem, else those on the thing and on calls on it. */
export function objectionsBeside(session: Session, on: On): readonly Objection[] {
  if ('subsystem' in on && !('rule' in on)) {
    const { own, elsewhere } = objectionsTouching(session, on.subsystem);
    return [...own, ...elsewhere];
  }
  return 'rule' in on
    ? objectionsAt(session, (home) => home.of === 'rule' && home.rule === on.rule)
    : objectionsAbout(session, on);
}
