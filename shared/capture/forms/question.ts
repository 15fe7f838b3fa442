import { decideAnswerQuestion, decideQuestion } from '../../session/questions';
import { decided, given, type Form } from '../form';
import { takeTexts } from '../parts';
import { problem } from '../problem';
import { questionNamed, takeLabel } from '../things';
import { endOfHead, nothingLeft, takePeople, takePerson, takeSubsystem } from '../typed';

/** `? @dan @jason #fwctl -- ...`: raised by the first, to the others. */
export const readQuestion: Form = (typed) => {
  const people = takePeople(typed);
  if (!people.ok) return people;
  const subsystem = takeSubsystem(typed);
  if (!subsystem.ok) return subsystem;
  const left = nothingLeft(typed);
  if (!left.ok) return left;
  const texts = takeTexts(typed);
  if (!texts.ok) return texts;
  const { main: text } = texts.value;
  if (text === undefined) return problem('E-QUESTION-TEXT', [], endOfHead(typed), { incomplete: true });
  const [who, ...to] = people.value;
  if (who === undefined) return problem('E-WHO', [], endOfHead(typed), { incomplete: true });
  const on = subsystem.value === undefined ? undefined : { subsystem: subsystem.value };
  return decided(
    typed,
    decideQuestion(typed.session, { text, who, ...given('to', to), ...given('on', on) }, typed.env),
  );
};

/** `answer 2 @jason -- text`. */
export const readAnswer: Form = (typed) => {
  const number = takeLabel(typed);
  const who = takePerson(typed);
  if (!who.ok) return who;
  const left = nothingLeft(typed);
  if (!left.ok) return left;
  const texts = takeTexts(typed);
  if (!texts.ok) return texts;
  const { main: answer } = texts.value;
  if (answer === undefined) return problem('E-ANSWER-TEXT', [], endOfHead(typed), { incomplete: true });
  const question = questionNamed(typed, number);
  if (!question.ok) return question;
  const input = { question: question.value.id, answer, ...given('who', who.value) };
  return decided(typed, decideAnswerQuestion(typed.session, input, typed.env));
};
