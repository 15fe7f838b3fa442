import type { PositionStance } from '../record/entry';
import type { Id, Slug } from '../record/ids';
import { metEntries } from '../session/conditions';
import { objections, subsystemOn } from '../session/objections';
import { positionsFor, type Position } from '../session/positions';
import { answers, type Answer } from '../session/rules';
import { keptHandle } from '../session/same';
import type { Session } from '../session/session';
import { goneFrom, withVerdicts, type Change } from './change';
import { stateOf } from './objections-item';
import { every, type Page } from './page';
import { LETTERS } from './stance-words';

/** What somebody does and did. */
type Words = readonly [now: string, before: string];

const NOTHING: Words = ['has no position any more', 'had no position'];

function stanceWords(stance: PositionStance): Words {
  switch (stance) {
    case 'none':
      return NOTHING;
    case 'abstain':
      return ['abstains', 'abstained'];
    case 'recuse':
      return ['recuses', 'recused'];
    default:
      return [`says ${LETTERS[stance]}`, `said ${LETTERS[stance]}`];
  }
}

const ANSWERS: Readonly<Record<Answer['answer'], Words>> = {
  supports: ['supports it', 'supported it'],
  'lives-with': ['can live with it', 'could live with it'],
  opposes: ['opposes it', 'opposed it'],
  abstains: ['abstains', 'abstained'],
};

/** Who holds something else on a subsystem, or nothing any more, and which conditions were met. */
export function positionChanges(page: Page, then: Session, slug: Slug): readonly Change[] {
  const { session } = page;
  // who was two people then may be one now
  const before = new Map(positionsFor(then, slug).map((was) => [keptHandle(session, was.who), was]));
  const now = positionsFor(session, slug);
  const held = new Set(now.map(({ who }) => who));
  return [
    ...now.flatMap((position) => positionChange(page, position, before.get(position.who))),
    ...[...before].flatMap(([who, was]): readonly Change[] =>
      held.has(who) || was.stance === 'none'
        ? []
        : [
            {
              words: `${page.name(who)} ${NOTHING[0]} and ${stanceWords(was.stance)[1]} before`,
              from: withVerdicts(session, was.history),
            },
          ],
    ),
  ];
}

function positionChange(page: Page, now: Position, was: Position | undefined): readonly Change[] {
  const name = page.name(now.who);
  if (now.entry.id === was?.entry.id) return conditionChanges(page, now, was);
  const [says, said] = [stanceWords(now.stance)[0], was === undefined ? undefined : stanceWords(was.stance)[1]];
  const from = withVerdicts(page.session, [now.entry, ...(was === undefined ? [] : [was.entry])]);
  if (said === undefined) return now.stance === 'none' ? [] : [{ words: `${name} ${says}`, from }];
  if (was?.stance !== now.stance) return [{ words: `${name} ${says} and ${said} before`, from }];
  return now.stance === 'none' ? [] : [{ words: `${name} still ${says}, in other words or on other conditions`, from }];
}

function conditionChanges(page: Page, now: Position, was: Position): readonly Change[] {
  const metThen = new Set(was.conditions.flatMap(({ text, met }) => (met ? text : [])));
  const met = now.conditions.filter((condition) => condition.met && !metThen.has(condition.text));
  if (met.length === 0) return [];
  const words = `what ${page.name(now.who)} asks for is met: ${every(met.map(({ text }) => text))}`;
  return [{ words, from: [now.entry, ...metEntries(page.session, now.history)] }];
}

/** Who answers a rule otherwise, at large or for one subsystem. */
export function answerChanges(page: Page, then: Session, rule: Id, label: string, slug?: Slug): readonly Change[] {
  const { session } = page;
  const before = new Map(answers(then, rule, slug).map((was) => [keptHandle(session, was.who), was]));
  const now = new Map(answers(session, rule, slug).map((answer) => [answer.who, answer]));
  return [...new Set([...now.keys(), ...before.keys()])].flatMap((who): readonly Change[] => {
    const [is, was] = [now.get(who), before.get(who)];
    if (is?.entry.id === was?.entry.id) return [];
    const from = withVerdicts(
      session,
      [is, was].flatMap((each) => (each === undefined ? [] : each.entry)),
    );
    return [{ words: `rule ${label}: ${page.name(who)} ${answerWords(is?.answer, was?.answer)}`, from }];
  });
}

function answerWords(now: Answer['answer'] | undefined, was: Answer['answer'] | undefined): string {
  const says = now === undefined ? 'has no answer any more' : ANSWERS[now][0];
  if (was === undefined) return says;
  return now === was ? `still ${says}, in other words or on other conditions` : `${says} and ${ANSWERS[was][1]} before`;
}

/** The objections on a subsystem, or (undefined) on none: what became of them. */
export function objectionChanges(page: Page, then: Session, slug: Slug | undefined): readonly Change[] {
  const here = (session: Session) => objections(session).filter(({ on }) => subsystemOn(session, on) === slug);
  const [before, now] = [here(then), here(page.session)];
  const known = new Map(before.map((was) => [was.id, was]));
  const nameOf = ({ label, who }: (typeof now)[number]): string => `objection ${label} by ${page.name(who)}`;
  return [
    ...now.flatMap((objection): readonly Change[] => {
      const was = known.get(objection.id);
      const state = stateOf(objection);
      const from = withVerdicts(page.session, [
        objection.entry,
        ...[...objection.settlements, ...objection.disputes].map(({ entry }) => entry),
        ...(was?.settlements.map(({ entry }) => entry) ?? []),
      ]);
      const name = nameOf(objection);
      if (was === undefined) return [{ words: `${name} is new, and ${state}`, from }];
      if (stateOf(was) !== state) return [{ words: `${name} is ${state}; it was ${stateOf(was)}`, from }];
      return was.entry.id === objection.entry.id ? [] : [{ words: `${name} has other words`, from }];
    }),
    ...goneFrom(
      page.session,
      before,
      now,
      (was) => `${nameOf(was)} was struck from the record; it was ${stateOf(was)}`,
    ),
  ];
}
