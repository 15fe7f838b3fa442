import { expect, test } from 'vitest';
import type { Handle, Slug } from '../record/ids';
import { record, type Build } from '../testing/build';
import { answers, decideAmendRule, decideAnswerMet, decideAnswers, isStale, ruleOf, rules } from './rules';

const [ana, bo] = ['ana' as Handle, 'bo' as Handle];
const drm = 'drm' as Slug;
const proposed = (): Build => record().people('ana', 'bo').subsystem('drm').rule('a standard is followed');
const ruleIn = ({ session }: Build) => rules(session)[0]!.id;

test('several people answer alike as one act, at large or for one subsystem apart', () => {
  const b = proposed();
  const rule = ruleIn(b);
  b.do((session, env) => decideAnswers(session, { rule, who: [ana, bo], answer: 'supports' }, env));
  b.do((session, env) => decideAnswers(session, { rule, subsystem: drm, who: [bo], answer: 'opposes' }, env));
  expect(answers(b.session, rule).map(({ who, answer }) => [who, answer])).toEqual([
    ['ana', 'supports'],
    ['bo', 'supports'],
  ]);
  expect(answers(b.session, rule)[1]?.entry.act).toBe(answers(b.session, rule)[0]?.entry.id);
  expect(answers(b.session, rule, drm)).toMatchObject([{ who: 'bo', answer: 'opposes' }]);
});

test('a condition of an answer is met, and stays met in the next revision with the same words', () => {
  const b = proposed();
  const rule = ruleIn(b);
  const answer = { rule, who: [ana], answer: 'lives-with', conditions: ['it is public', 'it is whole'] } as const;
  b.do((session, env) => decideAnswers(session, answer, env));
  b.do((session, env) => decideAnswerMet(session, { who: ana, rule, n: 2 }, env));
  b.do((session, env) => decideAnswers(session, { ...answer, answer: 'supports' }, env));
  expect(answers(b.session, rule)[0]?.conditions.map(({ met }) => met)).toEqual([false, true]);
  const env = { now: Date.parse(b.now), by: ana, writer: 'testtest' as never };
  expect(decideAnswerMet(b.session, { who: ana, rule, n: 3 }, env).ok).toBe(false);
  expect(decideAnswerMet(b.session, { who: bo, rule, n: 1 }, env).ok).toBe(false);
});

test('a change of substance makes what was held before stale, another change does not', () => {
  const b = proposed().answer('ana', 1, 'supports');
  const rule = ruleIn(b);
  b.do((session, env) => decideAmendRule(session, { rule, text: 'a standard is followed.' }, env));
  expect(answers(b.session, rule)[0]?.stale).toBe(false);
  b.do((session, env) => decideAmendRule(session, { rule, text: 'a public one is followed', substantial: true }, env));
  b.answer('bo', 1, 'supports');
  expect(answers(b.session, rule).map(({ stale }) => stale)).toEqual([true, false]);
  const text = ruleOf(b.session, rule)!;
  expect(text.versions).toHaveLength(3);
  expect(isStale(text, answers(b.session, rule)[0]!.entry)).toBe(true);
});
