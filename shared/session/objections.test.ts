import { describe, expect, test } from 'vitest';
import type { On } from '../record/entry';
import type { Id } from '../record/ids';
import { record, type Build } from '../testing/build';
import { objections, objectorStanding, subsystemOn, type Objection } from './objections';

/** `mod` chairs; `z`, a bystander to #uvc, objects. */
const objected = (): Build =>
  record({ chair: 'mod' })
    .subsystem('uvc', { maintainers: ['a'] })
    .objection('z', 'uvc', { rationale: 'unreadable' });

const only = ({ session }: Build): Objection => {
  const [objection] = objections(session);
  if (objection === undefined) throw new Error('no objection stands');
  return objection;
};

describe('a dispute by the author', () => {
  const addressed = (): { readonly build: Build; readonly answer: Id } => {
    const build = objected().settle(1, 'addressed', { who: 'mod', answer: 'answr given' });
    return { build, answer: build.last };
  };
  /** the answer in other words, said when it was */
  const corrected = (build: Build, answer: Id): Build =>
    build.add({
      kind: 'objection-settled',
      objection: only(build).id,
      who: 'mod',
      disposition: 'addressed',
      answer: 'answer given',
      said: answer.slice(0, 24),
    });

  test('outlasts a corrected word of the answer that it disputes', () => {
    const { build, answer } = addressed();
    corrected(build.dispute(1, 'z', 'not answered'), answer);
    expect(only(build)).toMatchObject({ disputedByAuthor: true, settlement: { answer: 'answer given' } });
  });

  test('outlasts one that was corrected before it, which its scribe had not seen', () => {
    const { build, answer } = addressed();
    const dispute = {
      kind: 'objection-disputed',
      objection: only(build).id,
      settled: answer,
      who: 'z',
      why: 'no',
    } as const;
    corrected(build, answer).unseen(dispute);
    expect(only(build).disputedByAuthor).toBe(true);
  });

  test('ends with an answer that is given after it', () => {
    const { build } = addressed();
    build.dispute(1, 'z', 'not answered').settle(1, 'addressed', { who: 'mod', answer: 'another' });
    expect(only(build).disputedByAuthor).toBe(false);
  });

  test('of the objection itself is none of an answer that is given later', () => {
    expect(only(objected().dispute(1, 'z', 'I said more').settle(1, 'addressed', { who: 'mod' }))).toMatchObject({
      disputedByAuthor: false,
    });
  });
});

describe('an objection to a call that was struck', () => {
  test('is still on the subsystem that the call was made on, with its author’s standing there', () => {
    const build = record()
      .subsystem('uvc', { maintainers: ['a'] })
      .call('uvc', 'consensus', { stance: 'standard-required' });
    const call = build.last;
    const on: On = { call };
    build.objection('z', on, { rationale: 'not what was said' }).strike(call);
    expect(subsystemOn(build.session, on)).toBe('uvc');
    expect(objectorStanding(build.session, only(build))).toBe('outside');
  });
});

describe('a settlement by the wrong person', () => {
  test('leaves the objection open', () => {
    expect(only(objected().settle(1, 'withdrawn', { who: 'a' }))).toMatchObject({
      disposition: 'open',
      settlement: { who: 'a', byRightPerson: false },
    });
  });

  test('leaves what stood before it, and is told among the settlements', () => {
    const build = objected().settle(1, 'addressed', { who: 'mod', answer: 'x' }).settle(1, 'withdrawn', { who: 'a' });
    expect(only(build)).toMatchObject({
      disposition: 'addressed',
      settlement: { who: 'mod', answer: 'x' },
      settlements: [{ byRightPerson: true }, { byRightPerson: false }],
    });
  });

  test('brings back nothing that was revised before it', () => {
    const build = objected()
      .settle(1, 'addressed', { who: 'mod' })
      .settle(1, 'deferred', { who: 'a' })
      .settle(1, 'open', { who: 'z' })
      .settle(1, 'accommodated', { who: 'a' });
    expect(only(build).disposition).toBe('open');
  });

  test('does not keep the author’s dispute from the answer that stands', () => {
    const build = objected().settle(1, 'addressed', { who: 'mod' }).settle(1, 'withdrawn', { who: 'a' });
    expect(only(build.dispute(1, 'z', 'not answered')).disputedByAuthor).toBe(true);
  });
});
