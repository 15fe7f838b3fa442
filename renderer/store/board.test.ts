import { expect, test } from 'vitest';
import type { Slug } from '../../shared/record/ids';
import { record } from '../../shared/testing/build';
import { board } from './board';

const uvc = 'uvc' as Slug;

test('UX-3: what is said on one subsystem leaves what Live shows of another as it was: nothing of it renders', () => {
  const b = record()
    .people('ana', 'bo')
    .subsystem('uvc')
    .subsystem('isp')
    .position('ana', 'uvc', 'abstain')
    .position('bo', 'isp', 'abstain');
  const before = board(b.session, uvc);
  b.position('bo', 'isp', 'standard-required').add({ kind: 'note-taken', text: 'a remark', subsystem: 'uvc' });
  expect(board(b.session, uvc)).toBe(before);
  b.position('bo', 'uvc', 'abstain');
  expect(board(b.session, uvc)).not.toBe(before);
});
