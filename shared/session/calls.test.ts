import { describe, expect, test } from 'vitest';
import type { Slug } from '../record/ids';
import { record, type Build } from '../testing/build';
import { isAfterCall } from './calls';
import { positionOf } from './positions';

const uvc = { subsystem: 'uvc' as Slug };
const isLate = ({ session }: Build, who: string): boolean | undefined => {
  const entry = positionOf(session, who as never, uvc.subsystem)?.entry;
  return entry === undefined ? undefined : isAfterCall(session, entry, uvc);
};

describe('after the call', () => {
  const called = { kind: 'call-made', on: uvc, call: 'consensus', stance: 'standard-required' } as const;
  const position = (who: string) =>
    ({ kind: 'position-taken', who, subsystem: 'uvc', stance: 'passthrough-niche' }) as const;

  test('goes by when things were said', () => {
    const build = record().subsystem('uvc').position('a', 'uvc', 'standard-required').add(called);
    build.position('b', 'uvc', 'passthrough-niche');
    expect([isLate(build, 'a'), isLate(build, 'b')]).toEqual([false, true]);
  });

  test('goes by the order of the record where they were said at the same time', () => {
    const said = '2024-07-25T09:26:00.000Z';
    const build = record().subsystem('uvc').add(position('a'), called, position('b'));
    expect([isLate(build, 'a'), isLate(build, 'b')]).toEqual([false, true]);
    const told = record()
      .subsystem('uvc')
      .add({ ...position('a'), said }, { ...called, said });
    told.add({ ...position('b'), said });
    expect([isLate(told, 'a'), isLate(told, 'b')]).toEqual([false, true]);
  });
});
