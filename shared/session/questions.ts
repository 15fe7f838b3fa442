import type { Draft, Entry, EntryOf, Evidence, On } from '../record/entry';
import { ownFields } from '../record/fields';
import type { Handle, Id, Instant } from '../record/ids';
import { timeOf } from '../record/order';
import { refuse, type Result } from '../result';
import type { Env } from '../record/env';
import { decided } from './enter';
import { labelsOf, nextNumber } from './labels';
import { remembered, standingOf } from './look';
import { questionStandings, type QuestionEntry } from './registers';
import { keptHandle } from './same';
import type { Session } from './session';

/** A question, answered or open. */
export interface Question {
  readonly id: Id;
  readonly number: number;
  readonly label: string;
  readonly text: string;
  readonly who?: Handle;
  readonly to: readonly Handle[];
  readonly on?: On;
  readonly evidence: readonly Evidence[];
  readonly at: Instant;
  readonly entry: QuestionEntry;
  readonly conflict: boolean;
  readonly versions: readonly QuestionEntry[];
  readonly answer?: EntryOf<'question-answered'>;
  readonly answers: readonly EntryOf<'question-answered'>[];
  /** the answers that stand; more than one where they don't know each other */
  readonly answerHeads: readonly EntryOf<'question-answered'>[];
  /** the answers that stand differ: a person resolves it */
  readonly answerConflict: boolean;
}

/** Every question, by number. */
export function questions(session: Session): readonly Question[] {
  return remembered(session, 'questions', ['question', 'question-answer', 'same'], () => {
    const standings = [...questionStandings(session)];
    const labelOf = labelsOf(standings.map(([id, { head }]) => ({ id, number: head.number })));
    const all = standings.map(([id, { head, conflict, history }]): Question => {
      const answered = standingOf<'question-answered'>(session, 'question-answer', id);
      return {
        id,
        number: head.number,
        label: labelOf({ id, number: head.number }),
        text: head.text,
        ...(head.who === undefined ? {} : { who: keptHandle(session, head.who) }),
        to: [head.to ?? []].flat().map((who) => keptHandle(session, who)),
        ...(head.on === undefined ? {} : { on: head.on }),
        evidence: head.evidence ?? [],
        at: timeOf(history[0] ?? head),
        entry: head,
        conflict,
        versions: history,
        ...(answered === undefined ? {} : { answer: answered.head }),
        answers: answered?.history ?? [],
        answerHeads: answered?.heads ?? [],
        answerConflict: answered?.conflict ?? false,
      };
    });
    return all.sort((a, b) => a.number - b.number || (a.id < b.id ? -1 : 1));
  });
}

type QuestionInput = Omit<Extract<Draft, { kind: 'question-raised' }>, 'kind' | 'prev' | 'number'>;

export function decideQuestion(session: Session, input: QuestionInput, env: Env): Result<readonly Entry[]> {
  return decided(session, [{ ...input, kind: 'question-raised', number: nextNumber(session, 'question') }], env);
}

/** A new text of a question, which keeps its number. */
export function decideAmendQuestion(
  session: Session,
  input: { readonly question: Id; readonly text: string },
  env: Env,
): Result<readonly Entry[]> {
  const question = questions(session).find(({ id }) => id === input.question);
  if (question === undefined) return refuse('That question is not in the record.');
  return decided(
    session,
    [{ ...ownFields(question.entry), kind: 'question-raised', text: input.text, prev: [question.entry.id] }],
    env,
  );
}

export function decideAnswerQuestion(
  session: Session,
  input: Omit<Extract<Draft, { kind: 'question-answered' }>, 'kind' | 'prev'>,
  env: Env,
): Result<readonly Entry[]> {
  return decided(session, [{ kind: 'question-answered', ...input }], env);
}
