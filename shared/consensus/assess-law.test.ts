import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { AnyEntry } from '../record/entry';
import type { Handle, Instant } from '../record/ids';
import { holders } from '../session/holders';
import { lastEntries, logOf } from '../session/log';
import { objections } from '../session/objections';
import { positionOf } from '../session/positions';
import { foldAll, type Session } from '../session/session';
import { record, type Build } from '../testing/build';
import { runs } from '../testing/runs';
import { assessSubsystem } from './assess';
import { namedIn } from './departure';
import type { AssessmentState } from './state';
import { tally } from './tally';
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
    fc
      .tuple(fc.constantFrom('withdrawn', 'addressed', 'deferred'), person)
      .map(([disposition, who]) => (build: Build) => {
        const objection = objections(build.session)[0];
        return objection === undefined ? build : build.settle(objection.number, disposition, { who });
      }),
    person.map((who) => (build: Build) => {
      const position = positionOf(build.session, who as Handle, uvc);
      if (position?.conditions[0] === undefined) return build;
      return build.add({ kind: 'condition-met', entry: position.entry.id, n: 1 });
    }),
    fc.constant((build: Build) => build.strike()),
    fc.constant((build: Build) => build.same('a', 'z')),
    fc.constant((build: Build) => build.call('uvc', 'rough', { stance: S })),
    fc.constant((build: Build) => build.from('other', 'otherone')),
  );
  const steps = fc.array(step, { minLength: 1, maxLength: 14 });
  const naming: readonly AssessmentState[] = ['conditional', 'unanimous', 'consensus', 'rough'];

  test('an assessment, a count and a list are functions of record and moment: any order of folding, any duplicates, any earlier looks', () => {
    fc.assert(
      fc.property(fc.boolean(), steps, fc.nat(), fc.nat(20), (hasSeats, said, seed, seconds) => {
        const build = record({ chair: 'c' }).subsystem('uvc', hasSeats ? { maintainers: ['a'] } : {});
        const asOf = new Date(Date.UTC(2024, 8, 17, 8, 0, seconds)).toISOString() as Instant;
        for (const say of said) {
          say(build);
          // what is remembered from here must not be what is found later
          assessed(build, '2024-09-17T08:00:05.000Z' as Instant);
          keptUp(build.session);
        }
        const lines = logOf(build.session);
        const found = assessed(build, asOf);
        const fresh = foldAll(shuffled([...lines, ...lines], seed));
        expect(assessSubsystem(fresh, uvc, asOf)).toEqual(found);
        expect(keptUp(build.session)).toEqual(keptUp(fresh));

        const { state, stances, because, body } = found;
        expect(because.length).toBeGreaterThan(0);
        expect(because.join('')).not.toMatch(/%|undefined/);
        expect(stances.length > 0).toBe(naming.includes(state));
        expect(namedIn({ state, because })).toEqual(stances);
        expect(body.members.filter((who) => body.recused.includes(who) || body.regrets.includes(who))).toEqual([]);
      }),
      { numRuns: runs },
    );
  });
});

/** Every count and list that is kept up rather than counted anew. */
function keptUp(session: Session): unknown {
  return { tally: tally(session, uvc), holders: [...holders(session).value].sort(), last: lastEntries(session, 3) };
}

/** Lehmer's generator is chance enough to mix a record. */
function shuffled(entries: readonly AnyEntry[], seed: number): readonly AnyEntry[] {
  let state = (seed % 2_147_483_646) + 1;
  return entries
    .map((entry) => [(state = (state * 48_271) % 2_147_483_647), entry] as const)
    .sort(([a], [b]) => a - b)
    .map(([, entry]) => entry);
}
