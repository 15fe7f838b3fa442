import { expect, test } from 'vitest';
import { record, type Build } from '../testing/build';
import { changesBetween } from './changes';
import { foldAll } from './session';

/** What changed between two moments of one record, as kinds and ids of what was and what is. */
function between(b: Build, from: number): readonly unknown[] {
  return changesBetween(foldAll(b.lines.slice(0, from)), b.session).map(({ before, after }) => [
    before?.kind ?? 'nothing',
    after?.kind ?? 'nothing',
  ]);
}

test('what was said anew, changed and taken back is told, and nothing else', () => {
  const b = record().people('p1', 'p2', 'p3').subsystem('uvc');
  b.position('p1', 'uvc', 'standard-required').position('p2', 'uvc', 'abstain').position('p3', 'uvc', 'abstain');
  const third = b.last;
  const from = b.lines.length;
  b.position('p1', 'uvc', 'userspace-allowed').position('p2', 'uvc', 'none').strike(third);
  b.objection('p2', 'uvc', { rationale: 'no' }).call('uvc', 'rough', { stance: 'userspace-allowed' });
  expect(between(b, from)).toEqual([
    ['position-taken', 'nothing'],
    ['position-taken', 'nothing'],
    ['position-taken', 'position-taken'],
    ['nothing', 'objection-raised'],
    ['nothing', 'call-made'],
  ]);
});

test('where nothing was recorded nothing changed', () => {
  const b = record().people('p1').subsystem('uvc').position('p1', 'uvc', 'abstain');
  expect(between(b, b.lines.length)).toEqual([]);
});

test('two sittings on one discussion are compared by who holds what', () => {
  const one = record().people('p1').subsystem('uvc').position('p1', 'uvc', 'standard-required');
  const other = record()
    .from('ben', 'otherone')
    .people('p1')
    .subsystem('uvc')
    .position('p1', 'uvc', 'passthrough-niche');
  expect(changesBetween(one.session, other.session)).toContainEqual(
    expect.objectContaining({
      before: expect.objectContaining({ stance: 'standard-required' }) as unknown,
      after: expect.objectContaining({ stance: 'passthrough-niche' }) as unknown,
    }),
  );
});
