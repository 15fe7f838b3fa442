import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { AnyEntry } from '../record/entry';
import type { Handle, Instant } from '../record/ids';
import { logOf } from '../session/log';
import { foldAll, type Session } from '../session/session';
import { record, type Build } from '../testing/build';
import { runs } from '../testing/runs';
import { assessSubsystem, type Assessment } from './assess';
import type { AssessmentState } from './state';
import { assessed, P, S, U, uvc } from './testing/cases';

describe('law', () => {
  const person = fc.constantFrom('a', 'b', 'c', 'z');
  const step: fc.Arbitrary<(build: Build) => Build> = fc.oneof(
    fc
      .tuple(
        person,
        fc.constantFrom(S, U, P, 'abstain', 'recuse', 'none'),
        fc.subarray([S, U, P] as const),
        fc.boolean(),
      )
      .map(
        ([who, stance, livesWith, isConditional]) =>
          (build: Build) =>
            build.add({
              kind: 'position-taken',
              who,
              subsystem: 'uvc',
              stance: stance as typeof S,
              ...(livesWith.length === 0 ? {} : { livesWith }),
              ...(isConditional ? { conditions: ['x'] } : {}),
            }),
      ),
    fc.tuple(person, fc.boolean()).map(
      ([who, hasReason]) =>
        (build: Build) =>
          build.objection(who, 'uvc', hasReason ? { rationale: 'x' } : { until: '2024-09-17T08:00:08.000Z' }),
    ),
    fc.tuple(person, fc.constantFrom('present', 'left', 'regrets')).map(
      ([who, state]) =>
        (build: Build) =>
          build.attend(state, who),
    ),
    fc
      .subarray(['a', 'b', 'c'])
      .map((maintainers) => (build: Build) => build.subsystem('uvc', maintainers.length === 0 ? {} : { maintainers })),
    fc.constant((build: Build) => build.strike()),
    fc.constant((build: Build) => build.same('a', 'z')),
    fc.constant((build: Build) => build.call('uvc', 'rough', { stance: S })),
    fc.constant((build: Build) => build.from('other', 'otherone')),
  );
  const records = fc
    .array(step, { minLength: 1, maxLength: 14 })
    .map((steps) => steps.reduce((build, each) => each(build), record().subsystem('uvc', { maintainers: ['a'] })));
  const plain = (session: Session, asOf: Instant): Assessment => assessSubsystem(session, uvc, asOf);

  test('an assessment is a function of record and moment: any order of folding, any duplicates, any earlier looks', () => {
    fc.assert(
      fc.property(records, fc.infiniteStream(fc.nat()), fc.nat(20), (build, random, seconds) => {
        const asOf = new Date(Date.UTC(2024, 8, 17, 8, 0, seconds)).toISOString() as Instant;
        const lines = logOf(build.session);
        const keyed = [...lines, ...lines].map((entry): readonly [number, AnyEntry] => [random.next().value, entry]);
        const shuffled = keyed.sort(([x], [y]) => x - y).map(([, entry]) => entry);
        plain(build.session, '2024-09-17T08:00:01.000Z' as Instant);
        expect(plain(foldAll(shuffled), asOf)).toEqual(plain(build.session, asOf));
      }),
      { numRuns: runs },
    );
  });

  test('every state gives a reason, and names a stance exactly where one carries', () => {
    fc.assert(
      fc.property(records, (build) => {
        const { state, stances, because, body } = assessed(build);
        const naming: readonly AssessmentState[] = ['conditional', 'unanimous', 'consensus', 'rough'];
        expect(because.length).toBeGreaterThan(0);
        expect(because.join('')).not.toMatch(/%|undefined/);
        expect(stances.length > 0).toBe(naming.includes(state));
        expect(body.members.filter((who: Handle) => body.recused.includes(who) || body.regrets.includes(who))).toEqual(
          [],
        );
      }),
      { numRuns: runs },
    );
  });
});
