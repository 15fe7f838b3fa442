import { expect, test } from 'vitest';
import type { Slug } from '../../shared/record/ids';
import { rules } from '../../shared/session/rules';
import { record } from '../../shared/testing/build';
import { objectionsAtLarge, objectionsHere, objectors } from './objections-here';

const uvc = 'uvc' as Slug;

test('an objection to a rule is at large; one to its ruling for a subsystem is on that subsystem’s page', () => {
  const b = record().people('ana', 'bo').subsystem('uvc').rule('a standard is followed');
  const rule = rules(b.session)[0]!.id;
  b.objection('ana', { rule }).objection('bo', { rule, subsystem: uvc }).objection('bo', 'uvc');
  expect(objectionsAtLarge(b.session).map(({ number }) => number)).toEqual([1]);
  expect(objectionsHere(b.session, uvc).map(({ number }) => number)).toEqual([2, 3]);
  expect([...objectors(b.session, uvc)]).toEqual(['bo']);
});

test('what is settled stands behind what is open', () => {
  const b = record().people('ana', 'bo').subsystem('uvc').objection('ana', 'uvc').objection('bo', 'uvc');
  b.settle(1, 'withdrawn');
  expect(objectionsHere(b.session, uvc).map(({ number }) => number)).toEqual([2, 1]);
});
