import { expect, test } from 'vitest';
import type { Draft } from '../record/entry';
import { record, type Build } from '../testing/build';
import { conflicts } from './conflicts';
import { objections } from './objections';
import { questions } from './questions';

/** An objection of ana on uvc, number 1, and a question, number 1. */
function asked(): Build {
  return record()
    .people('ana', 'ben')
    .subsystem('uvc')
    .objection('ana', 'uvc', { rationale: 'no' })
    .add({ kind: 'question-raised', number: 1, text: 'which layout?' });
}

test('two scribes who settle one objection differently are a conflict, and the objection says so', () => {
  const b = asked().settle(1, 'withdrawn');
  expect(objections(b.session)[0]).toMatchObject({ settlementConflict: false });
  const objection = objections(b.session)[0]?.id;
  b.unseen({ kind: 'objection-settled', objection, who: 'ben', disposition: 'addressed', answer: 'done' } as Draft);
  expect(objections(b.session)[0]).toMatchObject({ settlementConflict: true });
  b.settle(1, 'withdrawn');
  expect(objections(b.session)[0]).toMatchObject({ settlementConflict: false });
});

test('two scribes who record different answers to one question are a conflict; both answers stand', () => {
  const b = asked();
  const question = questions(b.session)[0]?.id;
  b.add({ kind: 'question-answered', question, answer: 'the first' } as Draft);
  b.unseen({ kind: 'question-answered', question, answer: 'the second' } as Draft);
  const [both] = questions(b.session);
  expect(both?.answerConflict).toBe(true);
  expect(both?.answerHeads.map(({ answer }) => answer)).toEqual(['the first', 'the second']);
  b.add({ kind: 'question-answered', question, answer: 'the second' } as Draft);
  expect(questions(b.session)[0]).toMatchObject({ answerConflict: false, answerHeads: [{ answer: 'the second' }] });
});

test('each conflict is one, with the entries that differ', () => {
  const b = asked().position('ana', 'uvc', 'abstain').unseen({
    kind: 'position-taken',
    who: 'ana',
    subsystem: 'uvc',
    stance: 'standard-required',
  });
  expect(conflicts(b.session).map(({ heads }) => heads.map(({ kind }) => kind))).toEqual([
    ['position-taken', 'position-taken'],
  ]);
});
