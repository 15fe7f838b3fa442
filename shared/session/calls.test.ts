import { describe, expect, test } from 'vitest';
import type { Instant, Slug } from '../record/ids';
import { record, type Build } from '../testing/build';
import { isAfterCall, isTentative, windowEnd } from './calls';
import { enter } from './enter';
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

describe('the end of the list window', () => {
  const sent = (windowDays: number): Build =>
    record({ windowDays }).do((session, env) => {
      const drafts = [
        {
          kind: 'summary-sent',
          version: 1,
          form: 'mail',
          messageId: 'a@b',
          to: ['l@x'],
          sha256: '0',
          upTo: session.latest,
        },
      ];
      return { ok: true, value: enter(session, drafts as never, env) };
    });

  test('is so many days after the first summary was sent', () => {
    expect(windowEnd(sent(14).session)).toBe('2024-10-01T08:00:02.000Z');
  });

  test('is the last moment that can be written, however long the window is', () => {
    expect(windowEnd(sent(2 ** 53 - 1).session)).toBe('9999-12-31T23:59:59.999Z');
    expect(windowEnd(sent(10_000_000).session)).toBe('9999-12-31T23:59:59.999Z');
  });

  test('is not before the summary', () => {
    expect(windowEnd(sent(-(2 ** 53 - 1)).session)).toBe('2024-09-17T08:00:02.000Z');
  });

  test('makes calls tentative until then, also before any summary; without a window they never are', () => {
    const at = (time: string): boolean => isTentative(sent(14).session, time as Instant);
    expect([at('2024-10-01T08:00:01.999Z'), at('2024-10-01T08:00:02.000Z')]).toEqual([true, false]);
    const b = record({ windowDays: 14 });
    expect(isTentative(b.session, b.now)).toBe(true);
    expect(isTentative(record().session, b.now)).toBe(false);
  });
});
