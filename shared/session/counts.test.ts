import { expect, test } from 'vitest';
import { record } from '../testing/build';
import { countsOf, struckEntries } from './counts';

test('a record is counted by what stands in it', () => {
  const build = record()
    .people('a', 'b')
    .subsystem('uvc')
    .position('a', 'uvc', 'standard-required')
    .position('a', 'uvc', 'userspace-allowed')
    .position('b', 'uvc', 'none')
    .objection('b', 'uvc')
    .call('uvc', 'no-consensus')
    .add({ kind: 'note-taken', text: 'a slip' })
    .strike();
  expect(countsOf(build.session)).toEqual({
    entries: 11,
    kinds: [
      ['call-made', 1],
      ['entry-struck', 1],
      ['note-taken', 1],
      ['objection-raised', 1],
      ['participant-added', 2],
      ['position-taken', 3],
      ['session-opened', 1],
      ['subsystem-added', 1],
    ],
    participants: 2,
    subsystems: 1,
    positions: 1,
    objections: 1,
    calls: 1,
    struck: 1,
    conflicts: 0,
    clashes: 0,
  });
});

test('a conflict counts once for its register, in whatever register', () => {
  const build = record().people('a', 'b').subsystem('uvc').rule('a rule');
  const rule = build.last;
  build.attend('left', 'a').position('a', 'uvc', 'abstain').answer('a', 1, 'supports').call('uvc', 'no-consensus');
  expect(countsOf(build.session).conflicts).toBe(0);
  build
    .unseen({ kind: 'position-taken', who: 'a', subsystem: 'uvc', stance: 'recuse' })
    .unseen({ kind: 'rule-answered', who: 'a', rule, answer: 'opposes' })
    .unseen({ kind: 'call-made', on: { subsystem: 'uvc' }, call: 'deferred' })
    .unseen({ kind: 'subsystem-added', subsystem: 'uvc', name: 'Another' })
    .unseen({ kind: 'attendance-noted', who: 'a', state: 'regrets' })
    .unseen({ kind: 'attendance-noted', who: 'b', state: 'present' });
  expect(countsOf(build.session).conflicts).toBe(5);
});

test('a strike of a strike strikes nothing', () => {
  const build = record().people('a').strike().strike();
  expect(struckEntries(build.session).size).toBe(1);
});
