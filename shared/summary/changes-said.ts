import type { PositionStance } from '../record/entry';
import type { Id, Slug } from '../record/ids';
import { metEntries } from '../session/conditions';
import { objections, subsystemOn, type Objection } from '../session/objections';
import { positionsFor, type Position } from '../session/positions';
import { answers, type Answer } from '../session/rules';
import { keptHandle } from '../session/same';
import type { Session } from '../session/session';
import { goneFrom, withVerdicts, type Change } from './change';
import { objectionsTouching } from './homes';
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
    ...now.flatMap((position) => positionChange(page, then, position, before.get(position.who))),
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

function positionChange(page: Page, then: Session, now: Position, was: Position | undefined): readonly Change[] {
  const name = page.name(now.who);
  if (now.entry.id === was?.entry.id) return conditionChanges(page, then, now, was);
  const [says, said] = [stanceWords(now.stance)[0], was === undefined ? undefined : stanceWords(was.stance)[1]];
  const from = withVerdicts(page.session, [now.entry, ...(was === undefined ? [] : [was.entry])]);
  if (said === undefined) return now.stance === 'none' ? [] : [{ words: `${name} ${says}`, from }];
  if (was?.stance !== now.stance) return [{ words: `${name} ${says} and ${said} before`, from }];
  return now.stance === 'none' ? [] : [{ words: `${name} still ${says}, in other words or on other conditions`, from }];
}

/** What somebody holds on conditions. */
type Conditional = Position | Answer;

/** Which conditions were met since, and which are not after all. */
function conditionChanges(page: Page, then: Session, now: Conditional, was: Conditional): readonly Change[] {
  const [metNow, metThen] = [metOf(now), metOf(was)];
  const from = [
    now.entry,
    ...withVerdicts(page.session, [...metEntries(page.session, now.history), ...metEntries(then, was.history)]),
  ];
  const say = (state: string, texts: readonly string[]): readonly Change[] =>
    texts.length === 0 ? [] : [{ words: `what ${page.name(now.who)} asks for ${state}: ${every(texts)}`, from }];
  return [
    ...say(
      'is met',
      metNow.filter((text) => !metThen.includes(text)),
    ),
    ...say(
      'is not met any more',
      metThen.filter((text) => !metNow.includes(text)),
    ),
  ];
}

function metOf({ conditions }: Conditional): readonly string[] {
  return conditions.flatMap(({ text, met }) => (met ? text : []));
}

/** Who answers a rule otherwise, at large or for one subsystem. */
export function answerChanges(page: Page, then: Session, rule: Id, label: string, slug?: Slug): readonly Change[] {
  const { session } = page;
  const before = new Map(answers(then, rule, slug).map((was) => [keptHandle(session, was.who), was]));
  const now = new Map(answers(session, rule, slug).map((answer) => [answer.who, answer]));
  return [...new Set([...now.keys(), ...before.keys()])].flatMap((who): readonly Change[] => {
    const [is, was] = [now.get(who), before.get(who)];
    const change = (words: string, from: Change['from']): Change => ({ words: `rule ${label}: ${words}`, from });
    if (is !== undefined && is.entry.id === was?.entry.id)
      return conditionChanges(page, then, is, was).map(({ words, from }) => change(words, from));
    const from = withVerdicts(
      session,
      [is, was].flatMap((each) => (each === undefined ? [] : each.entry)),
    );
    return [change(`${page.name(who)} ${answerWords(is?.answer, was?.answer)}`, from)];
  });
}

function answerWords(now: Answer['answer'] | undefined, was: Answer['answer'] | undefined): string {
  const says = now === undefined ? 'has no answer any more' : ANSWERS[now][0];
  if (was === undefined) return says;
  return now === was ? `still ${says}, in other words or on other conditions` : `${says} and ${ANSWERS[was][1]} before`;
}

/** The objections on a subsystem, or (undefined) on none: what became of them. */
export function objectionChanges(page: Page, then: Session, slug: Slug | undefined): readonly Change[] {
  const here = (session: Session): readonly Objection[] => {
    if (slug === undefined) return objections(session).filter(({ on }) => subsystemOn(session, on) === undefined);
    const { own, elsewhere } = objectionsTouching(session, slug);
    return [...own, ...elsewhere];
  };
  const [before, now] = [here(then), here(page.session)];
  const known = new Map(before.map((was) => [was.id, was]));
  const nameOf = ({ label, who }: Objection): string => `objection ${label} by ${page.name(who)}`;
  return [
    ...now.flatMap((objection): readonly Change[] => {
      const was = known.get(objection.id);
      const state = stateOf(objection);
      const from = withVerdicts(page.session, [
        objection.entry,
        ...[...objection.settlements, ...objection.disputes].map(({ entry }) => entry),
        ...[...(was?.settlements ?? []), ...(was?.disputes ?? [])].map(({ entry }) => entry),
      ]);
      const name = nameOf(objection);
      if (was === undefined) return [{ words: `${name} is new, and ${state}`, from }];
      if (stateOf(was) !== state) return [{ words: `${name} is ${state}; it was ${stateOf(was)}`, from }];
      const said = [...wordChanges(objection, was), ...disputeChanges(page, objection, was)];
      return said.map((words) => ({ words: `${name} ${words}`, from }));
    }),
    ...goneFrom(
      page.session,
      before,
      now,
      (was) => `${nameOf(was)} was struck from the record; it was ${stateOf(was)}`,
    ),
  ];
}

/** What is said otherwise of an objection that stands as it stood. */
function wordChanges(now: Objection, was: Objection): readonly string[] {
  return [
    ...(was.entry.id === now.entry.id ? [] : ['has other words']),
    ...(was.settlement?.entry.id === now.settlement?.entry.id ? [] : ['has another answer']),
  ];
}

/** Who disputes it since, and who does no more. */
function disputeChanges(page: Page, now: Objection, was: Objection): readonly string[] {
  const since = ({ disputes }: Objection, other: Objection): readonly string[] =>
    disputes.flatMap(({ who, entry }) =>
      other.disputes.some(({ entry: { id } }) => id === entry.id) ? [] : page.name(who),
    );
  return [
    ...since(now, was).map((name) => `is disputed by ${name}`),
    ...since(was, now).map((name) => `is not disputed by ${name} any more`),
  ];
}
