import { describe, expect, test } from 'vitest';
import { questions } from '../session/questions';
import { rules } from '../session/rules';
import { calls } from '../session/calls';
import { says, type Room } from './testing/room';

describe('a rule', () => {
  const ruleId = (typed: Room): object => ({ rule: rules(typed.session)[0]?.id });

  test('is proposed where its number is free, amended where it exists', () => {
    expect(says('rule 6 -- trust the maintainers')).toEqual([
      { kind: 'rule-proposed', number: 6, text: 'trust the maintainers' },
    ]);
    const [amended, id] = says('rule 6 -- trust them', ['@kuba rule 6 -- trust']);
    expect(id).toBeUndefined();
    expect(amended).toMatchObject({ kind: 'rule-amended', number: 6, text: 'trust them', who: 'kuba' });
    expect(says('rule 6! -- trust them', ['rule 6 -- trust'])[0]).toMatchObject({
      kind: 'rule-amended',
      substantial: true,
    });
    expect(says('rule 6! -- trust them')).toEqual([{ kind: 'rule-proposed', number: 6, text: 'trust them' }]);
    const [counter, against] = says('@kuba rule 7 against 4 -- text', ['rule 4 -- first'], ruleId);
    expect(counter).toEqual({
      kind: 'rule-proposed',
      number: 7,
      text: 'text',
      who: 'kuba',
      against: (against as { rule: string }).rule,
    });
  });

  test.each([
    ['yes', 'supports'],
    ['~yes', 'lives-with'],
    ['no', 'opposes'],
    ['abs', 'abstains'],
  ])('@p5 rule 3 %s', (typed, answer) => {
    const [entry, rule] = says(`@p5 rule 3 ${typed} -- why // if they ask`, ['rule 3 -- text'], ruleId);
    expect(entry).toEqual({
      kind: 'rule-answered',
      who: 'p5',
      answer,
      rationale: 'why',
      conditions: ['they ask'],
      ...rule,
    });
  });

  test('an answer holds there only where a subsystem is named, whatever is open', () => {
    const [entry, rule] = says('@p5 rule 3 #gpu no', ['rule 3 -- text'], ruleId);
    expect(entry).toEqual({ kind: 'rule-answered', who: 'p5', subsystem: 'gpu', answer: 'opposes', ...rule });
  });

  test.each([
    ['rule 3 #drm inforce', { subsystem: 'drm', state: 'in-force' }],
    ['@leon rule 3 #rdma claimed', { subsystem: 'rdma', state: 'claimed', who: 'leon' }],
    ['rule 3 agreed', { subsystem: 'uvc', state: 'agreed' }],
    [
      'rule 3 #drm except -- display // because kms is generic',
      { subsystem: 'drm', state: 'exception', scope: 'display', why: 'kms is generic' },
    ],
    ['rule 3 #drm disputed -- too strict', { subsystem: 'drm', state: 'disputed', why: 'too strict' }],
  ])('%s', (line, fields) => {
    const [entry, rule] = says(line, ['rule 3 -- text'], ruleId);
    expect(entry).toEqual({ kind: 'ruling-made', ...fields, ...rule });
  });
});

describe('a question', () => {
  test('is raised by the first, to the others', () => {
    expect(says('? @dan -- whose policy applies?')).toEqual([
      { kind: 'question-raised', number: 1, who: 'dan', on: { subsystem: 'uvc' }, text: 'whose policy applies?' },
    ]);
    expect(says('? @dan @jason #fwctl -- whose?')).toEqual([
      { kind: 'question-raised', number: 1, who: 'dan', to: ['jason'], on: { subsystem: 'fwctl' }, text: 'whose?' },
    ]);
  });

  test('is answered by its number', () => {
    const [entry, id] = says('answer 1 @jason -- ours', ['? @dan -- whose?'], (typed) => ({
      question: questions(typed.session)[0]?.id,
    }));
    expect(entry).toEqual({ kind: 'question-answered', who: 'jason', answer: 'ours', ...id });
  });
});

describe("the chair's call", () => {
  const ON_UVC = { kind: 'call-made', on: { subsystem: 'uvc' } };

  test('carries the assessment that it was made on', () => {
    const [entry] = says('call rough std #uvc -- statement // because two of three agree', ['@p1 std', '@p2 std']);
    expect(entry).toMatchObject({
      ...ON_UVC,
      call: 'rough',
      stance: 'standard-required',
      statement: 'statement',
      reason: 'two of three agree',
      assessment: { state: 'unanimous' },
    });
  });

  test.each([
    ['call consensus usr', { ...ON_UVC, call: 'consensus', stance: 'userspace-allowed' }],
    ['call no-consensus #uvc', { ...ON_UVC, call: 'no-consensus' }],
    [
      'call defer #isp to media summit',
      { kind: 'call-made', on: { subsystem: 'isp' }, call: 'deferred', to: 'media summit' },
    ],
  ])('%s', (line, fields) => {
    expect(says(line)[0]).toMatchObject(fields);
  });

  test('on a rule is for yes or no, on a question for nothing', () => {
    const [entry, rule] = says('call rough rule 3 yes -- s', ['rule 3 -- text'], (typed) => ({
      rule: rules(typed.session)[0]?.id,
    }));
    expect(entry).toMatchObject({ kind: 'call-made', on: rule, call: 'rough', answer: 'supports', statement: 's' });
    const [asked, question] = says('call no-consensus question 1', ['? @dan -- x'], (typed) => ({
      question: questions(typed.session)[0]?.id,
    }));
    expect(asked).toEqual({ kind: 'call-made', on: question, call: 'no-consensus' });
  });

  test('is reopened', () => {
    const [entry, call] = says('call reopen #uvc -- new facts', ['call rough std -- s'], (typed) => ({
      call: calls(typed.session)[0]?.entry.id,
    }));
    expect(entry).toEqual({ kind: 'call-reopened', why: 'new facts', ...call });
  });
});
