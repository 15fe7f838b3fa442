import { expect, test } from 'vitest';
import type { Slug } from '../../shared/record/ids';
import { callOn } from '../../shared/session/calls';
import { record, type Build } from '../../shared/testing/build';
import { callShown, callsShown } from './calls-shown';

const on = { subsystem: 'uvc' as Slug };

function shown({ session }: Build): readonly string[] {
  return callsShown(callOn(session, on)).map((entry) => (entry.kind === 'call-made' ? entry.call : 'reopened'));
}

test('a call is shown until it is reopened', () => {
  const b = record().subsystem('uvc');
  expect(shown(b)).toEqual([]);
  expect(shown(b.call('uvc', 'deferred'))).toEqual(['deferred']);
  expect(shown(b.reopen('uvc'))).toEqual([]);
});

test('of calls in conflict every one is shown, a reopening too', () => {
  const b = record().subsystem('uvc').call('uvc', 'deferred');
  expect(shown(b.unseen({ kind: 'call-made', on, call: 'no-consensus' }))).toEqual(['deferred', 'no-consensus']);
  const other = record().subsystem('uvc').call('uvc', 'deferred');
  const call = other.last;
  other.call('uvc', 'no-consensus').unseen({ kind: 'call-reopened', call });
  expect(shown(other)).toEqual(['no-consensus', 'reopened']);
});

test('where there is room for one call, calls in conflict are shown as that', () => {
  const one = ({ session }: Build) => callShown(callOn(session, on));
  const b = record().subsystem('uvc').call('uvc', 'deferred');
  expect(one(b)).toMatchObject({ call: 'deferred' });
  expect(one(b.unseen({ kind: 'call-made', on, call: 'no-consensus' }))).toBe('conflict');
  expect(one(record().subsystem('uvc').call('uvc', 'deferred').reopen('uvc'))).toBeUndefined();
});
