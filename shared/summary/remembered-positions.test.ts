import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { PositionStance } from '../record/entry';
import { sha256Of } from '../record/sha256';
import { foldAll } from '../session/session';
import { record, type Build } from '../testing/build';
import { runs } from '../testing/runs';
import { formText } from './forms';

const PEOPLE = ['ana', 'bea', 'cem', 'dov'] as const;
const PLACES = ['uvc', 'isp', 'drm'] as const;
const STANCES: readonly PositionStance[] = ['standard-required', 'userspace-allowed', 'abstain', 'none'];
/** No line holds it, so it becomes a link of the mail. */
const LONG = `https://list.example/${'thread/'.repeat(12)}`;
const LINES = ['It has to be asked.'];

/** One thing that happens in a session after a summary was looked at. */
type Step = (build: Build) => unknown;

const who = fc.constantFrom(...PEOPLE);
const place = fc.constantFrom(...PLACES);

const positions: fc.Arbitrary<Step> = fc
  .record({
    who,
    place,
    stance: fc.constantFrom(...STANCES),
    rationale: fc.constantFrom(undefined, 'naïve, and shipped', `see ${LONG}`, 'tested in the tree'),
    condition: fc.boolean(),
    evidence: fc.constantFrom(undefined, 'one@list.example', 'two@list.example'),
  })
  .map(({ who, place, stance, rationale, condition, evidence }) => (build) => {
    build.position(who, place, stance, {
      ...(rationale === undefined ? {} : { rationale }),
      ...(condition ? { conditions: ['there are tests'] } : {}),
      ...(evidence === undefined ? {} : { evidence: [{ message: evidence, lines: LINES }] }),
    });
  });

/** What is told with a position and isn't one. */
const others: fc.Arbitrary<Step> = fc
  .record({ who, place, what: fc.nat({ max: 8 }) })
  .map(({ who, place, what }) => (build) => {
    const held = build.lines.findLast((entry) => entry.kind === 'position-taken')?.id;
    const steps: readonly Step[] = [
      () => build.call(place, 'deferred'),
      () => build.attend('regrets', who),
      () => build.add({ kind: 'participant-amended', who, name: `${who} the elder` }),
      () => build.add({ kind: 'subsystem-amended', subsystem: place, name: place, maintainers: [who] }),
      () => build.add({ kind: 'subsystem-amended', subsystem: place, name: place, affects: ['drm'] }),
      () =>
        held &&
        build.add({ kind: 'quote-pinned', to: held, evidence: [{ message: 'pin@list.example', lines: LINES }] }),
      () => held && build.add({ kind: 'condition-met', entry: held, n: 1 }),
      () => held && build.strike(held),
      () => build.same(...PEOPLE.slice(0, 2)),
    ];
    steps[what]?.(build);
  });

function begun(): Build {
  return record({ zone: 'Europe/Vienna' })
    .people(...PEOPLE)
    .subsystem('uvc', { maintainers: ['ana', 'bea'] })
    .subsystem('isp', { maintainers: ['cem'], affects: ['uvc'] })
    .subsystem('drm');
}

/** Every second time as the time before, which is when something is kept. */
const manner = fc.record({ rationales: fc.boolean(), ascii: fc.boolean(), isAsBefore: fc.boolean() });

test('what is told of positions and kept is what would be told anew, whatever happened since and however it is told', () => {
  const step = fc.oneof({ weight: 3, arbitrary: positions }, others);
  fc.assert(
    fc.property(fc.array(fc.tuple(step, manner), { minLength: 3, maxLength: 12 }), (steps) => {
      const build = begun();
      let told = { rationales: true, ascii: false };
      for (const [happens, { isAsBefore, rationales, ascii }] of steps) {
        happens(build);
        if (!isAsBefore) told = { rationales, ascii };
        const options = { ...told, at: build.now, sha256: sha256Of };
        const kept = formText('mail', build.session, { ...options, remembers: true });
        expect(kept).toBe(formText('mail', foldAll(build.lines), options));
      }
    }),
    { numRuns: runs },
  );
});
