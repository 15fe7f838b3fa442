import type { Slug } from '../../shared/record/ids';
import { remembered } from '../../shared/session/look';
import { subsystemOn } from '../../shared/session/objections';
import { questions, type Question } from '../../shared/session/questions';
import type { Session } from '../../shared/session/session';

const GROUPS = ['question', 'question-answer', 'same', 'call', 'reopening'];

/** The questions that a subsystem's page shows: those on it, and those on no subsystem. Open ones come first. */
export function questionsHere(session: Session, slug: Slug | undefined): readonly Question[] {
  return remembered(session, `questions here ${slug ?? ''}`, GROUPS, () => {
    const here = questions(session).filter(({ on }) => {
      const about = on === undefined ? undefined : subsystemOn(session, on);
      return about === undefined || about === slug;
    });
    return [...here.filter(isOpenQuestion), ...here.filter((question) => !isOpenQuestion(question))];
  });
}

/** Those that nobody has answered, by number. */
export function openQuestions(session: Session, slug: Slug | undefined): readonly Question[] {
  return questionsHere(session, slug).filter(isOpenQuestion);
}

export function isOpenQuestion({ answer }: Question): boolean {
  return answer === undefined;
}
