import { actions, type Action } from '../session/actions';
import { callOn } from '../session/calls';
import { subsystemOn } from '../session/objections';
import { questions, type Question } from '../session/questions';
import { ruleOf, rules } from '../session/rules';
import type { Session } from '../session/session';
import { goneFrom, withVerdicts, type Change } from './change';
import { callChange } from './changes-call';
import { answerChanges, objectionChanges } from './changes-said';
import { isWanted, type Page } from './page';

/** The rules as such, and what was answered and objected to them at large: not where subsystems are chosen. */
export function ruleChanges(page: Page, then: Session): readonly Change[] {
  if (page.chosen !== undefined) return [];
  const { session } = page;
  const changed = rules(session).flatMap(({ id, label, entry }): readonly Change[] => {
    const was = ruleOf(then, id)?.entry;
    if (was === undefined) return [{ words: `rule ${label} is new`, from: [entry] }];
    const called = callChange(page, callOn(session, { rule: id }), callOn(then, { rule: id }));
    const worded = was.id === entry.id ? [] : [{ words: `rule ${label} has another text`, from: [entry, was] }];
    return [
      ...worded,
      ...called.map(({ words, from }) => ({ words: `rule ${label}: ${words}`, from })),
      ...answerChanges(page, then, id, label),
    ];
  });
  const gone = goneFrom(
    session,
    rules(then),
    rules(session),
    ({ label }) => `rule ${label} was struck from the record`,
  );
  return [...changed, ...gone, ...objectionChanges(page, then, undefined)];
}

export function questionChanges(page: Page, then: Session): readonly Change[] {
  const wanted = (session: Session): readonly Question[] =>
    questions(session).filter(({ on }) => isWanted(page, on === undefined ? undefined : subsystemOn(session, on)));
  const [before, now] = [wanted(then), wanted(page.session)];
  const known = new Map(before.map((was) => [was.id, was]));
  return [
    ...now.flatMap((question): readonly Change[] => {
      const was = known.get(question.id);
      const { label, entry, answer, answers, versions } = question;
      if (was === undefined) return [{ words: `question ${label} is new`, from: [entry] }];
      const from = withVerdicts(page.session, [...answers, ...was.answers]);
      return [
        ...(was.entry.id === entry.id ? [] : [{ words: `question ${label} has another text`, from: versions }]),
        ...(was.answer?.id === answer?.id ? [] : [{ words: `question ${label} ${answeredNow(question, was)}`, from }]),
      ];
    }),
    ...goneFrom(page.session, before, now, ({ label }) => `question ${label} was struck from the record`),
  ];
}

function answeredNow(now: Question, was: Question): string {
  if (now.answer === undefined) return 'is open again';
  return was.answer === undefined ? 'was answered' : 'has another answer';
}

export function actionChanges(page: Page, then: Session): readonly Change[] {
  const wanted = (session: Session): readonly Action[] =>
    actions(session).filter(({ subsystem }) => isWanted(page, subsystem));
  const [before, now] = [wanted(then), wanted(page.session)];
  const known = new Map(before.map((was) => [was.id, was]));
  const whose = ({ who }: Action): string => `the action of ${who.map(page.name).join(', ')}`;
  return [
    ...now.flatMap((action): readonly Change[] => {
      const was = known.get(action.id);
      const { entry, end } = action;
      const from = withVerdicts(page.session, [entry, ...[end ?? [], was?.end ?? []].flat()]);
      if (was === undefined) return [{ words: `${whose(action)} is new, ${stateWords(action)}`, from }];
      if (stateWords(was) !== stateWords(action)) return [{ words: `${whose(action)} is ${stateWords(action)}`, from }];
      return was.entry.id === entry.id ? [] : [{ words: `${whose(action)} has other words`, from }];
    }),
    ...goneFrom(page.session, before, now, (was) => `${whose(was)} was struck from the record`),
  ];
}

function stateWords({ state, accepted }: Action): string {
  if (state !== 'open') return state;
  return accepted ? 'accepted' : 'asked, not accepted yet';
}
