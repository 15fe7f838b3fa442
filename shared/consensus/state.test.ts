import { describe } from 'vitest';
import type { Build } from '../testing/build';
import { agreed, holds, P, S, seats, U } from './testing/cases';

describe('what carries', () => {
  holds([
    ['all hold the same', agreed, 'unanimous', [S], 'unanimous: a and b say standard-required'],
    [
      'one can live with what the other holds',
      () =>
        seats('a', 'b')
          .position('a', 'uvc', S)
          .position('b', 'uvc', U, { livesWith: [S] }),
      'consensus',
      [S],
      'consensus: standard-required carries: a says so, b can live with it',
    ],
    [
      'an outsider who holds another stance takes the unanimity',
      () => agreed().position('z', 'uvc', P),
      'consensus',
      [S],
      'beside the body: z (outside) says passthrough-niche',
    ],
    [
      'nothing carries for all',
      () => agreed().position('b', 'uvc', U),
      'split',
      [],
      'split: nothing carries for all who answered: a says standard-required, b says userspace-allowed',
    ],
    [
      'of several that carry the one held by most is named',
      () =>
        seats('a', 'b', 'c')
          .position('a', 'uvc', S, { livesWith: [U] })
          .position('b', 'uvc', U, { livesWith: [S] })
          .position('c', 'uvc', U, { livesWith: [S] }),
      'consensus',
      [U],
    ],
    [
      'at a tie all are named',
      () =>
        seats('a', 'b')
          .position('a', 'uvc', S, { livesWith: [U] })
          .position('b', 'uvc', U, { livesWith: [S] }),
      'consensus',
      [S, U],
    ],
    [
      'what all can live with and nobody holds carries too',
      () =>
        seats('a', 'b')
          .position('a', 'uvc', S, { livesWith: [U] })
          .position('b', 'uvc', P, { livesWith: [U] }),
      'consensus',
      [U],
    ],
    [
      'a condition stands',
      () => agreed().position('b', 'uvc', S, { conditions: ['the docs are public'] }),
      'conditional',
      [S],
      'unmet condition of b (seat): the docs are public',
    ],
    [
      'the same stance under different conditions is not agreement',
      () =>
        seats('a', 'b')
          .position('a', 'uvc', S, { conditions: ['x'] })
          .position('b', 'uvc', S, { conditions: ['y'] }),
      'conditional',
      [S],
      'same stance, different conditions is not agreement',
    ],
    [
      'a condition of somebody affected is named',
      () =>
        agreed()
          .subsystem('drm', { maintainers: ['d'] })
          .subsystem('uvc', { affects: ['drm'] })
          .position('d', 'uvc', S, { conditions: ['x'] }),
      'conditional',
      [S],
      'unmet condition of d (affected): x',
    ],
    [
      'a condition that is met does not stand, in any revision that repeats it',
      () => {
        const build = agreed().position('b', 'uvc', U, { conditions: ['x'] });
        return build
          .add({ kind: 'condition-met', entry: build.last, n: 1 })
          .position('b', 'uvc', S, { conditions: ['x'] });
      },
      'unanimous',
      [S],
    ],
    [
      'conditions of a recusal ask for nothing',
      () => agreed().position('z', 'uvc', 'recuse', { conditions: ['x'] }),
      'unanimous',
      [S],
    ],
    ['an entry that is struck does not count', () => agreed().position('b', 'uvc', U).strike(), 'unanimous', [S]],
    [
      'a conflict in a counted position is open',
      () => conflicting('b'),
      'split',
      [],
      'conflict: what b says was recorded differently, and nobody resolved it',
    ],
    [
      'a conflict outside the body takes the unanimity only',
      () => conflicting('z'),
      'consensus',
      [S],
      'conflict: what z says',
    ],
  ]);

  /** Two scribes who don't know of each other record different rationales. */
  function conflicting(who: string): Build {
    const said = { kind: 'position-taken', who, subsystem: 'uvc', stance: S } as const;
    return agreed()
      .add({ ...said, rationale: 'x' })
      .unseen({ ...said, rationale: 'y' });
  }
});
