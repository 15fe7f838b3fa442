import { expect, test } from 'vitest';
import type { Slug } from '../record/ids';
import { record } from '../testing/build';
import { stancesOverTime } from './stances-over-time';

const UVC = 'uvc' as Slug;

test('a step stands where somebody’s answer became another, with how many held each from then on', () => {
  const b = record().people('p1', 'p2').subsystem('uvc');
  b.position('p1', 'uvc', 'standard-required').position('p2', 'uvc', 'standard-required');
  b.position('p2', 'uvc', 'standard-required', { rationale: 'again' });
  b.position('p1', 'uvc', 'userspace-allowed');
  expect(stancesOverTime(b.session, UVC).map(({ counts }) => counts)).toEqual([
    { 'standard-required': 1 },
    { 'standard-required': 2 },
    { 'standard-required': 1, 'userspace-allowed': 1 },
  ]);
});

test('what was struck is in no step, and two handles of one person are one', () => {
  const b = record().people('p1', 'p9').subsystem('uvc').position('p1', 'uvc', 'abstain').strike();
  b.position('p1', 'uvc', 'standard-required').position('p9', 'uvc', 'passthrough-niche').same('p1', 'p9');
  expect(stancesOverTime(b.session, UVC).at(-1)?.counts).toEqual({ 'standard-required': 0, 'passthrough-niche': 1 });
});
