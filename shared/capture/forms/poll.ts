import { decideCount, decidePoll, decideReveal } from '../../session/polls';
import { decided, given, type Form } from '../form';
import { takeTexts } from '../parts';
import { problem } from '../problem';
import { endOfHead, noText, nothingLeft, take, takeSubsystem } from '../typed';

/** `poll -- question : option : option`: a hum. */
export const readPoll: Form = (typed) => {
  const subsystem = takeSubsystem(typed);
  if (!subsystem.ok) return subsystem;
  const left = nothingLeft(typed);
  if (!left.ok) return left;
  const texts = takeTexts(typed);
  if (!texts.ok) return texts;
  const [question, ...options] = (texts.value.main ?? '').split(/\s:\s/).map((part) => part.trim());
  const named = options.filter((option) => option !== '');
  if (question === undefined || question === '' || named.length < 2) {
    return problem('E-POLL-TEXT', [], endOfHead(typed), { incomplete: true });
  }
  return decided(
    typed,
    decidePoll(typed.session, { question, options: named, ...given('subsystem', subsystem.value) }, typed.env),
  );
};

/** `count 12 3 1`: of the last poll, one for each option. */
export const readCount: Form = (typed) => {
  const numbers = typed.left.filter(({ text }) => /^\d{1,15}$/.test(text));
  take(typed, numbers, 'number');
  const left = nothingLeft(typed);
  if (!left.ok) return left;
  if (numbers.length === 0) return problem('E-COUNT', [], endOfHead(typed), { incomplete: true });
  return (
    noText(typed) ??
    decided(
      typed,
      decideCount(
        typed.session,
        numbers.map(({ text }) => Number(text)),
        typed.env,
      ),
    )
  );
};

export const readReveal: Form = (typed) => {
  const left = nothingLeft(typed);
  if (!left.ok) return left;
  return noText(typed) ?? decided(typed, decideReveal(typed.session, typed.env));
};
