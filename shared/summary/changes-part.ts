import { assessSubsystem } from '../consensus/assess';
import type { Slug } from '../record/ids';
import { actions, type Action } from '../session/actions';
import { callOn, type Call } from '../session/calls';
import { objections, subsystemOn } from '../session/objections';
import { positionsFor, type Position } from '../session/positions';
import { questions } from '../session/questions';
import { ruleOf, rules, rulings } from '../session/rules';
import type { Session } from '../session/session';
import { subsystemOf } from '../session/subsystems';
import { assessmentCell, callWords } from './call-part';
import type { Block, Line } from './document';
import { about } from './fact-parts';
import { stateOf } from './objections-item';
import { shownOn } from './order';
import { isWanted, type Page } from './page';
import type { Source } from './sources';
import { RULING_WORDS } from './rulings-part';
import { LETTERS } from './stance-words';
import type { Before } from './version';

/** One thing that is another now: in words, and the entries that it was and is. */
interface Change {
  readonly words: string;
  readonly from: readonly Source[];
}

/** What is other than in the version before, by subsystem: what became of it, not each step on the way. */
export function changesPart(page: Page, before: Before | undefined): readonly Block[] {
  if (before === undefined) return [];
  const then = before.session;
  const groups = [
    ...shownOn(page).map(({ slug }) => ({ name: slug, changes: subsystemChanges(page, then, slug) })),
    {
      name: 'elsewhere',
      changes: [...ruleChanges(page, then), ...questionChanges(page, then), ...actionChanges(page, then)],
    },
  ].filter(({ changes }) => changes.length > 0);
  return [
    { type: 'heading', level: 1, said: page.say(`Changed since version ${String(before.number)}`) },
    ...(groups.length === 0 ? [{ type: 'paragraph', said: page.say('Nothing.') } as const] : []),
    ...(groups.length === 0
      ? []
      : [
          {
            type: 'items',
            of: 'changes',
            items: groups.map(({ name, changes }) => ({
              mark: '-',
              head: page.say(name),
              lines: changes.map(({ words, from }): Line => page.line('point', words, from)),
            })),
          } as const,
        ]),
  ];
}

function subsystemChanges(page: Page, then: Session, slug: Slug): readonly Change[] {
  const { session, at } = page;
  if (subsystemOf(then, slug).entry === undefined) {
    return [{ words: 'new', from: [subsystemOf(session, slug).entry ?? []].flat() }];
  }
  const before = new Map(positionsFor(then, slug).map((position) => [position.who, position]));
  const positions = positionsFor(session, slug);
  const state = assessmentCell(assessSubsystem(session, slug, at));
  const was = assessmentCell(assessSubsystem(then, slug, at));
  const spoken = positions.flatMap((position) => positionChange(page, position, before.get(position.who)));
  return [
    ...callChange(callOn(session, { subsystem: slug }), callOn(then, { subsystem: slug })),
    ...(state === was
      ? []
      : [{ words: `the assessment is ${state}; it was ${was}`, from: positions.map(({ entry }) => entry) }]),
    ...spoken,
    ...objectionChanges(page, then, slug),
    ...rulingChanges(page, then, slug),
  ];
}

function callChange(now: Call | undefined, was: Call | undefined): readonly Change[] {
  const [words, before] = [now, was].map((call) =>
    call === undefined ? 'none' : call.reopened === undefined ? callWords(call.entry) : 'reopened',
  );
  const statement = now?.entry.statement === was?.entry.statement;
  const from = [now, was].flatMap((call) => (call === undefined ? [] : (call.reopened ?? call.entry)));
  if (words !== before) return [{ words: `the call is ${words ?? ''}; it was ${before ?? ''}`, from }];
  return statement ? [] : [{ words: 'the call has other words', from }];
}

function positionChange(page: Page, now: Position, was: Position | undefined): readonly Change[] {
  if (now.entry.id === was?.entry.id) return [];
  const from = [now.entry, ...(was === undefined ? [] : [was.entry])];
  const name = page.name(now.who);
  if (was === undefined) return [{ words: `${name} says ${LETTERS[now.stance]}`, from }];
  if (was.stance !== now.stance) {
    return [{ words: `${name} says ${LETTERS[now.stance]} and said ${LETTERS[was.stance]} before`, from }];
  }
  return [{ words: `${name} still says ${LETTERS[now.stance]}, in other words or on other conditions`, from }];
}

function objectionChanges(page: Page, then: Session, slug: Slug | undefined): readonly Change[] {
  const before = new Map(objections(then).map((objection) => [objection.id, objection]));
  return objections(page.session)
    .filter(({ on }) => subsystemOn(page.session, on) === slug)
    .flatMap((objection): readonly Change[] => {
      const was = before.get(objection.id);
      const state = stateOf(objection);
      const from = [objection.entry, ...objection.settlements.map(({ entry }) => entry)];
      const name = `objection ${objection.label} by ${page.name(objection.who)}`;
      if (was === undefined) return [{ words: `${name} is new, and ${state}`, from }];
      if (stateOf(was) !== state) return [{ words: `${name} is ${state}; it was ${stateOf(was)}`, from }];
      return was.entry.id === objection.entry.id ? [] : [{ words: `${name} has other words`, from }];
    });
}

function rulingChanges(page: Page, then: Session, slug: Slug): readonly Change[] {
  const before = rulings(then).filter(({ subsystem }) => subsystem === slug);
  return rulings(page.session)
    .filter(({ subsystem }) => subsystem === slug)
    .flatMap(({ rule, entry }): readonly Change[] => {
      const was = before.find((ruling) => ruling.rule === rule)?.entry;
      if (was?.id === entry.id) return [];
      const now = `${about(page, { rule })} is ${RULING_WORDS[entry.state]} here`;
      const words = was === undefined ? now : `${now}; it was ${RULING_WORDS[was.state]}`;
      return [{ words, from: [entry, ...(was === undefined ? [] : [was])] }];
    });
}

function ruleChanges(page: Page, then: Session): readonly Change[] {
  if (page.chosen !== undefined) return [];
  const changed = rules(page.session).flatMap(({ id, label, entry }): readonly Change[] => {
    const was = ruleOf(then, id)?.entry;
    if (was === undefined) return [{ words: `rule ${label} is new`, from: [entry] }];
    const called = callChange(callOn(page.session, { rule: id }), callOn(then, { rule: id }));
    const worded = was.id === entry.id ? [] : [{ words: `rule ${label} has another text`, from: [entry, was] }];
    return [...worded, ...called.map(({ words, from }) => ({ words: `rule ${label}: ${words}`, from }))];
  });
  return [...changed, ...objectionChanges(page, then, undefined)];
}

function questionChanges(page: Page, then: Session): readonly Change[] {
  const before = new Map(questions(then).map((question) => [question.id, question]));
  return questions(page.session)
    .filter(({ on }) => isWanted(page, on === undefined ? undefined : subsystemOn(page.session, on)))
    .flatMap((question): readonly Change[] => {
      const was = before.get(question.id);
      const { label, entry, answer, answers } = question;
      if (was === undefined) return [{ words: `question ${label} is new`, from: [entry] }];
      return was.answer?.id === answer?.id ? [] : [{ words: `question ${label} was answered`, from: answers }];
    });
}

function actionChanges(page: Page, then: Session): readonly Change[] {
  const before = new Map(actions(then).map((action) => [action.id, action]));
  return actions(page.session)
    .filter(({ subsystem }) => isWanted(page, subsystem))
    .flatMap((action): readonly Change[] => {
      const was = before.get(action.id);
      const { entry, end, who } = action;
      const from = [entry, ...(end === undefined ? [] : [end])];
      const whose = `the action of ${who.map(page.name).join(', ')}`;
      if (was === undefined) return [{ words: `${whose} is new, ${stateWords(action)}`, from }];
      return stateWords(was) === stateWords(action) ? [] : [{ words: `${whose} is ${stateWords(action)}`, from }];
    });
}

function stateWords({ state, accepted }: Action): string {
  if (state !== 'open') return state;
  return accepted ? 'accepted' : 'asked, not accepted yet';
}
