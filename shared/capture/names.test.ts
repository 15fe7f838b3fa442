import { describe, expect, test } from 'vitest';
import { record } from '../testing/build';
import { isNear, lookupHandle, lookupSubsystem, lookupWho } from './names';

const { session } = record()
  .people('p1', 'p12', 'p2', 'ricardo', 'lp', 'jorg')
  .add({ kind: 'participant-added', who: 'lp2', name: 'Ana Example', aliases: ['Jürgen', 'max power'] })
  .same('p1', 'jorg')
  .subsystem('uvc')
  .subsystem('isp', { name: 'Camera ISPs' });

describe('what is stored needs the exact handle or alias', () => {
  test.each([
    ['p1', 'p1'],
    ['P1', 'p1'],
    ['p12', 'p12'],
    ['jurgen', 'lp2'],
    ['Jürgen', 'lp2'],
    ['maxpower', 'lp2'],
    ['jorg', 'p1'],
  ])('@%s is %s', (typed, key) => {
    expect(lookupWho(session, typed)).toEqual({ is: 'known', key });
  });

  test('a handle that was merged into another can still be named as itself', () => {
    expect(lookupHandle(session, 'jorg')).toEqual({ is: 'known', key: 'jorg' });
    expect(lookupHandle(session, 'jurgen')).toEqual({ is: 'known', key: 'lp2' });
  });

  test('a prefix of a handle, an alias or a name is none of them', () => {
    expect(lookupWho(session, 'p')).toEqual({ is: 'prefix', of: ['p1', 'p12', 'p2'] });
    expect(lookupWho(session, 'max')).toEqual({ is: 'prefix', of: ['lp2'] });
    expect(lookupWho(session, 'exam')).toEqual({ is: 'prefix', of: ['lp2'] });
    expect(lookupSubsystem(session, 'camera')).toEqual({ is: 'prefix', of: ['isp'] });
  });

  test('a near miss is proposed, another word is new', () => {
    expect(lookupWho(session, 'ricrdo')).toEqual({ is: 'near', meant: 'ricardo' });
    expect(lookupWho(session, 'p1:')).toEqual({ is: 'near', meant: 'p1' });
    expect(lookupWho(session, 'p13')).toEqual({ is: 'new', key: 'p13' });
    expect(lookupWho(session, 'Öl Kanne')).toEqual({ is: 'new', key: 'ol-kanne' });
    expect(lookupWho(session, '!')).toEqual({ is: 'new' });
    expect(lookupSubsystem(session, 'uvd')).toEqual({ is: 'new', key: 'uvd' });
  });
});

describe('a near miss is one edit, with the same digits, in a word of four letters or more', () => {
  test.each([
    ['ricrdo', 'ricardo', true],
    ['ricarddo', 'ricardo', true],
    ['ricqrdo', 'ricardo', true],
    ['ricadro', 'ricardo', true],
    ['ricardo', 'ricardo', false],
    ['ricaodr', 'ricardo', false],
    ['rcrdo', 'ricardo', false],
    ['dam', 'dan', false],
    ['maint2', 'maint3', false],
    ['maint22', 'maint2', false],
    ['maimt2', 'maint2', true],
    ['p1234', 'q1234', false],
  ])('%s, %s: %s', (typed, known, near) => {
    expect(isNear(typed, known)).toBe(near);
  });

  test('stances are near from three letters on', () => {
    expect(isNear('sdt', 'std', 3)).toBe(true);
    expect(isNear('st', 'std', 3)).toBe(false);
  });
});
