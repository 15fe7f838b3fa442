import { expect, test } from 'vitest';
import type { Slug } from '../../shared/record/ids';
import { decideAnswerQuestion, decideQuestion, questions } from '../../shared/session/questions';
import { record } from '../../shared/testing/build';
import { openQuestions, questionsHere } from './questions-here';

const uvc = 'uvc' as Slug;

test('a page shows its own questions and those on no subsystem, open ones first', () => {
  const b = record().people('ana').subsystem('uvc').subsystem('drm');
  for (const on of [{ subsystem: uvc }, { subsystem: 'drm' as Slug }, undefined])
    b.do((session, env) => decideQuestion(session, { text: 'why?', ...(on === undefined ? {} : { on }) }, env));
  expect(questionsHere(b.session, uvc).map(({ number }) => number)).toEqual([1, 3]);
  const question = questions(b.session)[0]!.id;
  b.do((session, env) => decideAnswerQuestion(session, { question, answer: 'so' }, env));
  expect(questionsHere(b.session, uvc).map(({ number }) => number)).toEqual([3, 1]);
  expect(openQuestions(b.session, uvc).map(({ number }) => number)).toEqual([3]);
});
