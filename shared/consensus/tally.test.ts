import { expect, test } from 'vitest';
import { record } from '../testing/build';
import { tally } from './tally';
import { P, S, uvc } from './testing/cases';

test('abstaining, recusing and having no position are counted apart, over all people of the session', () => {
  const { session } = record()
    .people('a', 'b', 'c', 'd', 'e')
    .subsystem('uvc')
    .subsystem('drm')
    .position('a', 'uvc', S)
    .position('b', 'uvc', 'abstain')
    .position('c', 'uvc', 'recuse')
    .position('d', 'uvc', 'none')
    .position('elsewhere', 'drm', P);
  expect(tally(session, uvc)).toEqual({
    stances: { 'standard-required': 1, 'userspace-allowed': 0, 'passthrough-niche': 0 },
    abstain: 1,
    recuse: 1,
    none: 3,
    heard: 3,
    of: 6,
  });
});

test('a person with two handles counts once, and a struck position not at all', () => {
  const build = record()
    .people('a', 'a2')
    .subsystem('uvc')
    .position('a', 'uvc', S)
    .position('a2', 'uvc', P)
    .same('a', 'a2');
  expect(tally(build.position('ghost', 'uvc', S).strike().session, uvc)).toMatchObject({ heard: 1, of: 1 });
});
