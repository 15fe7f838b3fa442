import type { On } from '../record/entry';
import type { Id, Slug } from '../record/ids';
import { objections, subsystemOn, type Objection } from '../session/objections';
import { questions } from '../session/questions';
import { ruleOf } from '../session/rules';
import type { Session } from '../session/session';
import { hasSubsystem } from '../session/subsystems';
import { countedEntry } from '../session/verdicts';

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
  const call = countedEntry(session, on.call);
  return call?.kind === 'call-made' && 'on' in call ? homeOf(session, call.on) : NOWHERE;
}

/** The objections that are printed at a place. */
export function objectionsAt(session: Session, isPlace: (home: Home) => boolean): readonly Objection[] {
  return objections(session).filter(({ on }) => isPlace(homeOf(session, on)));
}

/** The objections that touch a subsystem: those printed there, and those to a rule or question that is about it. */
export function objectionsTouching(
  session: Session,
  slug: Slug,
): { readonly own: readonly Objection[]; readonly elsewhere: readonly Objection[] } {
  const own = objectionsAt(session, (home) => home.of === 'subsystem' && home.subsystem === slug);
  const others = objections(session).filter((objection) => !own.includes(objection));
  return { own, elsewhere: others.filter(({ on }) => subsystemOn(session, on) === slug) };
}
