import { describe, expect, test } from 'vitest';
import type { On } from '../record/entry';
import type { Instant } from '../record/ids';
import { record, type Build } from '../testing/build';
import { agreed, assessed, holds, S, seats, U, uvc } from './testing/cases';

const call = (build: Build): On => ({ call: build.last });

describe('objections', () => {
  const objected = (): Build =>
    agreed().objection('z', 'uvc', { rationale: 'unreadable', remedy: 'the layout is in the tree' });
  holds([
    [
      'an open one contests, whoever raised it',
      objected,
      'contested',
      [],
      'contested: objection 1 by z (outside) is open: unreadable, unless the layout is in the tree',
    ],
    [
      'it contests even where nobody answered',
      () => seats('a').objection('a', 'uvc', { rationale: 'x' }),
      'contested',
      [],
      'by a (seat)',
    ],
    [
      'its author may have a seat in what is affected',
      () =>
        agreed()
          .subsystem('drm', { maintainers: ['d'] })
          .subsystem('uvc', { affects: ['drm'] })
          .objection('d', 'uvc', { rationale: 'x' }),
      'contested',
      [],
      'by d (affected)',
    ],
    [
      'without a reason it is dissent',
      () => agreed().objection('z', 'uvc'),
      'unanimous',
      [S],
      'objection 1 by z (outside) has no reason yet, and does not block',
    ],
    ['withdrawn by its author', () => objected().settle(1, 'withdrawn'), 'unanimous', [S]],
    ['accommodated by its author', () => objected().settle(1, 'accommodated'), 'unanimous', [S]],
    [
      'withdrawn by somebody else it stays open',
      () => objected().settle(1, 'withdrawn', { who: 'chair' }),
      'contested',
      [],
      'objection 1 was marked withdrawn by chair, who is not its author: it stays open',
    ],
    [
      'addressed by somebody else than the chair it stays open',
      () => objected().settle(1, 'addressed', { who: 'a' }),
      'contested',
      [],
      'objection 1 was marked addressed by a, who is not the chair: it stays open',
    ],
    [
      'deferred it does not block and is listed',
      () => objected().settle(1, 'deferred'),
      'unanimous',
      [S],
      'objection 1 by z (outside) is deferred, and does not block',
    ],
    [
      'addressed it leaves rough consensus',
      () => objected().settle(1, 'addressed', { answer: 'the layout came' }),
      'rough',
      [S],
      'objection 1 by z was addressed, not accommodated: the layout came',
    ],
    [
      'addressed, a member who holds another stance does not hinder it',
      () => agreed().position('b', 'uvc', U).objection('b', 'uvc', { rationale: 'x' }).settle(1, 'addressed'),
      'rough',
      [S],
      'rough consensus: standard-required carries but for b, whose objection was addressed: a says so',
    ],
    [
      'where nobody else remains, the one who objected counts',
      () => seats('a').position('a', 'uvc', U).objection('a', 'uvc', { rationale: 'x' }).settle(1, 'addressed'),
      'rough',
      [U],
    ],
    [
      'addressed, and disputed by its author, it blocks again',
      () => objected().settle(1, 'addressed').dispute(1, 'z', 'it is not in the tree'),
      'contested',
      [],
      'was addressed, which its author disputes: it is not in the tree',
    ],
    [
      'a dispute counts while the settlement that it names stands',
      () => objected().settle(1, 'addressed').dispute(1, 'z', 'no').settle(1, 'addressed', { answer: 'now it is' }),
      'rough',
      [S],
    ],
    [
      'dissent that was addressed and is disputed by its author is dissent again',
      () => agreed().objection('z', 'uvc').settle(1, 'addressed').dispute(1, 'z', 'no'),
      'unanimous',
      [S],
    ],
    [
      'disputed by somebody else it blocks as before',
      () => objected().dispute(1, 'a', 'untrue'),
      'contested',
      [],
      'a disputes objection 1: untrue',
    ],
    ['reopened it blocks again', () => objected().settle(1, 'addressed').settle(1, 'open'), 'contested', []],
    ['struck it is gone', () => objected().strike(), 'unanimous', [S]],
    [
      'one on a ruling counts for that ruling only',
      () => {
        const build = agreed().rule('a rule');
        return build.objection('z', { rule: build.last, subsystem: uvc }, { rationale: 'x' });
      },
      'unanimous',
      [S],
    ],
    [
      'one on a call about it counts',
      () => {
        const build = agreed().call('uvc', 'consensus', { stance: S });
        return build.objection('z', call(build), { rationale: 'x' });
      },
      'contested',
      [],
      'objection 1 by z (outside) to the call is open: x',
    ],
    [
      'one on a call that was reopened still counts',
      () => {
        const build = agreed().call('uvc', 'consensus', { stance: S });
        return build.objection('z', call(build), { rationale: 'x' }).reopen('uvc');
      },
      'contested',
      [],
    ],
    [
      'one elsewhere does not',
      () => agreed().subsystem('drm').objection('z', 'drm', { rationale: 'x' }),
      'unanimous',
      [S],
    ],
  ]);

  test('a hold blocks until its end, also without a reason, and not after', () => {
    const until = '2024-09-17T10:00:00.000Z' as Instant;
    const build = record({ zone: 'Europe/Vienna' })
      .subsystem('uvc', { maintainers: ['a'] })
      .position('a', 'uvc', S)
      .objection('z', 'uvc', { until });
    const running = assessed(build, '2024-09-17T09:59:59.999Z' as Instant);
    const ended = assessed(build, until);
    expect(running).toMatchObject({
      state: 'contested',
      because: ['contested: z (outside) asks for time until Tue, 17 Sep 2024, 12:00 +0200'],
    });
    expect(ended.state).toBe('unanimous');
    expect(ended.because).toContain(
      'the time that z (outside) asked for ended Tue, 17 Sep 2024, 12:00 +0200: objection 1 does not block',
    );
    expect(assessed(build, '2024-09-17T09:00:00.000Z' as Instant)).toBe(running);
  });
});
