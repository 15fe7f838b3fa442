import { describe, expect, test } from 'vitest';
import type { Handle, Id } from '../record/ids';
import { positionOf } from '../session/positions';
import { rules } from '../session/rules';
import { record, type Build } from '../testing/build';
import { assessRule } from './assess';
import type { AssessmentState } from './state';
import { agreed, assessed, holds, S, U, uvc } from './testing/cases';

describe('calls do not change what people said', () => {
  const called = (): Build => agreed().call('uvc', 'consensus', { stance: S });
  holds([
    [
      'a position that was changed after the call',
      () => called().position('b', 'uvc', U),
      'split',
      [],
      'said after the call: b',
    ],
    [
      'a position said before the call and recorded after it',
      () => called().position('z', 'uvc', U, { said: '2024-07-09T12:00:00.000Z' }),
      'consensus',
      [S],
    ],
  ]);

  test('what was said before the call is not marked as said after it', () => {
    const early = assessed(called().position('z', 'uvc', U, { said: '2024-07-09T12:00:00.000Z' }));
    expect(early.because.join('\n')).not.toContain('after the call');
  });

  test('an earlier saying recorded late does not replace a later one', () => {
    expect(assessed(agreed().position('b', 'uvc', U, { said: '2024-07-09T12:00:00.000Z' })).state).toBe('unanimous');
  });
});

test('who objects is told from others of that name by the handle', () => {
  const named = record({ chair: 'chair' })
    .subsystem('uvc')
    .add(
      { kind: 'participant-added', who: 'ana', name: 'Ana Lind' },
      { kind: 'participant-added', who: 'ana2', name: 'Ana Lind' },
      { kind: 'participant-added', who: 'bo', name: 'Bo Kay' },
    )
    .position('bo', 'uvc', S)
    .objection('ana2', 'uvc', { rationale: 'no' });
  expect(assessed(named).because.join('\n')).toContain('by Ana Lind (ana2) is open');
  expect(assessed(named.objection('bo', 'uvc', { rationale: 'no' })).because.join('\n')).toContain('by Bo Kay is open');
});

describe('a rule', () => {
  const ruleId = (build: Build): Id => rules(build.session)[0]?.id ?? ('' as Id);
  const proposed = (): Build => agreed().rule('open documentation');
  const cases: readonly (readonly [string, () => Build, AssessmentState, readonly string[]])[] = [
    ['nobody answered', proposed, 'no-input', []],
    ['one answer is too few', () => proposed().answer('p', 1, 'supports'), 'below-quorum', []],
    [
      'all support it',
      () => proposed().answer('p', 1, 'supports').answer('q', 1, 'supports'),
      'unanimous',
      ['supports'],
    ],
    [
      'one can live with it',
      () => proposed().answer('p', 1, 'supports').answer('q', 1, 'lives-with'),
      'consensus',
      ['supports'],
    ],
    [
      'all can only live with it',
      () => proposed().answer('p', 1, 'lives-with').answer('q', 1, 'lives-with'),
      'consensus',
      ['supports'],
    ],
    ['all oppose it', () => proposed().answer('p', 1, 'opposes').answer('q', 1, 'opposes'), 'unanimous', ['opposes']],
    ['one opposes it', () => proposed().answer('p', 1, 'supports').answer('q', 1, 'opposes'), 'split', []],
    ['abstentions only', () => proposed().answer('p', 1, 'abstains').answer('q', 1, 'abstains'), 'no-input', []],
    [
      'a condition stands',
      () =>
        proposed()
          .answer('p', 1, 'supports', { conditions: ['x'] })
          .answer('q', 1, 'supports'),
      'conditional',
      ['supports'],
    ],
  ];
  test.each(cases)('at large: %s', (_, make, state, answers) => {
    const build = make();
    expect(assessRule(build.session, ruleId(build), build.now)).toMatchObject({
      state,
      answers,
      body: { basis: 'heard' },
    });
  });

  test('for one subsystem that subsystem’s seats decide, with their answers for it', () => {
    const build = proposed().answer('p', 1, 'opposes', { subsystem: 'uvc' });
    const at = (): AssessmentState => assessRule(build.session, ruleId(build), build.now, uvc).state;
    expect(at()).toBe('no-input');
    build.answer('a', 1, 'supports', { subsystem: 'uvc' }).answer('b', 1, 'supports', { subsystem: 'uvc' });
    expect(at()).toBe('consensus');
  });

  test('an objection on a ruling contests that ruling, and neither the rule nor the subsystem', () => {
    const build = proposed().answer('p', 1, 'supports').answer('q', 1, 'supports');
    build.objection('z', { rule: ruleId(build), subsystem: uvc }, { rationale: 'x' });
    expect(assessRule(build.session, ruleId(build), build.now, uvc).state).toBe('contested');
    expect(assessRule(build.session, ruleId(build), build.now).state).toBe('unanimous');
    expect(assessed(build).state).toBe('unanimous');
  });

  test('answers from before its text changed in substance are named', () => {
    const build = proposed().answer('p', 1, 'supports').answer('q', 1, 'supports');
    build.add({ kind: 'rule-amended', rule: ruleId(build), number: 1, text: 'all of it', substantial: true });
    expect(assessRule(build.session, ruleId(build), build.now).because).toContain(
      "answered before the rule's text changed: p and q",
    );
  });
});

describe('an assessment is the same object', () => {
  const looked = (): Build => {
    const build = agreed()
      .position('b', 'uvc', U, { conditions: ['x'] })
      .call('uvc', 'no-consensus')
      .position('a', 'uvc', S);
    assessed(build);
    return build;
  };

  test('as long as nothing that it looks at changes', () => {
    const build = looked();
    const before = assessed(build);
    expect(assessed(build.add({ kind: 'note-taken', text: 'lunch' }))).toBe(before);
  });

  const changes: readonly (readonly [string, (build: Build) => Build])[] = [
    ['a position is changed', (build) => build.position('b', 'uvc', S)],
    ['a seat is taken', (build) => build.subsystem('uvc', { maintainers: ['a', 'b', 'c'] })],
    ['somebody else affected', (build) => build.subsystem('uvc', { affects: ['drm'] })],
    ['somebody gets a name', (build) => build.add({ kind: 'participant-added', who: 'a', name: 'Person A' })],
    ['a call is reopened', (build) => build.reopen('uvc')],
    [
      'a condition is met',
      (build) =>
        build.add({
          kind: 'condition-met',
          entry: positionOf(build.session, 'b' as Handle, uvc)?.entry.id ?? '',
          n: 1,
        }),
    ],
  ];
  test.each(changes)('until %s', (_, change) => {
    const build = looked();
    const before = assessed(build);
    expect(assessed(change(build))).not.toBe(before);
  });
});
