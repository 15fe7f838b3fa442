import { expect, test } from 'vitest';
import type { Instant, Slug } from '../../record/ids';
import { record, type Build } from '../../testing/build';
import { assessSubsystem, type Assessment } from '../assess';
import type { AssessmentState } from '../state';

export const uvc = 'uvc' as Slug;
export const S = 'standard-required';
export const U = 'userspace-allowed';
export const P = 'passthrough-niche';

/** A session with a chair and one subsystem, uvc, with these seats. */
export function seats(...maintainers: readonly string[]): Build {
  return record({ chair: 'chair' }).subsystem('uvc', { maintainers });
}

/** Two seats who hold the same. */
export function agreed(): Build {
  return seats('a', 'b').position('a', 'uvc', S).position('b', 'uvc', S);
}

export function assessed(build: Build, asOf: Instant = build.now): Assessment {
  return assessSubsystem(build.session, uvc, asOf);
}

type Case = readonly [
  says: string,
  build: () => Build,
  state: AssessmentState,
  stances: readonly string[],
  because?: string,
];

/** A table of records, each with the state of uvc, the stances named and a part of the reasons. */
export function holds(cases: readonly Case[]): void {
  for (const [says, build, state, stances, because] of cases) {
    test(says, () => {
      const found = assessed(build());
      expect({ state: found.state, stances: found.stances }).toEqual({ state, stances });
      expect(found.because.length).toBeGreaterThan(0);
      if (because !== undefined) expect(found.because.join('\n')).toContain(because);
    });
  }
}
