import { describe, expect, test } from 'vitest';
import { recorded, room, says } from './testing/room';

const P7_ISP = { kind: 'position-taken', who: 'p7', subsystem: 'isp' };
const P7_UVC = { kind: 'position-taken', who: 'p7', subsystem: 'uvc' };

describe('a position', () => {
  test.each([
    ['std', 'standard-required'],
    ['usr', 'userspace-allowed'],
    ['pass', 'passthrough-niche'],
    ['abs', 'abstain'],
    ['rec', 'recuse'],
    ['none', 'none'],
  ])('@p7 #uvc %s', (typed, stance) => {
    expect(says(`@p7 #uvc ${typed}`)).toEqual([{ ...P7_UVC, stance }]);
  });

  test.each([
    ['standard standard-required s STD', 'standard-required'],
    ['user userspace userspace-allowed u', 'userspace-allowed'],
    ['passthrough passthrough-niche niche p', 'passthrough-niche'],
    ['abstain a', 'abstain'],
    ['recuse', 'recuse'],
    ['clear -', 'none'],
  ])('stances have their long names and aliases: %s', (typed, stance) => {
    for (const word of typed.split(' ')) expect(says(`@p7 ${word}`)).toEqual([{ ...P7_UVC, stance }]);
  });

  test('what somebody can live with, the rationale and a condition', () => {
    expect(says('@p7 #isp usr ~pass -- works today // if nearly all features are open')).toEqual([
      {
        ...P7_ISP,
        stance: 'userspace-allowed',
        livesWith: ['passthrough-niche'],
        rationale: 'works today',
        conditions: ['nearly all features are open'],
      },
    ]);
  });

  test('on behalf of a group, as reported by somebody', () => {
    expect(says('@p7 #isp usr for suse')).toEqual([{ ...P7_ISP, stance: 'userspace-allowed', for: 'suse' }]);
    expect(says('@p7 #isp usr for suse via @jason')).toEqual([
      { ...P7_ISP, stance: 'userspace-allowed', for: 'suse', via: 'jason' },
    ]);
    expect(says('@p7 via @jason for the media people #isp usr')).toEqual([
      { ...P7_ISP, stance: 'userspace-allowed', for: 'the media people', via: 'jason' },
    ]);
    expect(says('@p7 #isp usr for users of pass')).toEqual([
      { ...P7_ISP, stance: 'userspace-allowed', for: 'users of pass' },
    ]);
  });

  test('+if adds a condition to the position as it stands; a plain stance restates all', () => {
    const before = ['@p7 #isp usr ~std for suse -- works today // if a // if b'];
    const kept = {
      ...P7_ISP,
      stance: 'userspace-allowed',
      livesWith: ['standard-required'],
      for: 'suse',
      rationale: 'works today',
    };
    expect(says('@p7 #isp usr +if the docs are public', before)).toEqual([
      { ...kept, conditions: ['a', 'b', 'the docs are public'] },
    ]);
    expect(says('@p7 #isp +if the docs are public', before)).toEqual([
      { ...kept, conditions: ['a', 'b', 'the docs are public'] },
    ]);
    expect(says('@p7 #isp usr', before)).toEqual([{ ...P7_ISP, stance: 'userspace-allowed' }]);
    expect(says('@p7 #isp usr +if the docs are public')).toEqual([
      { ...P7_ISP, stance: 'userspace-allowed', conditions: ['the docs are public'] },
    ]);
  });

  test('several people, with or without a comma, are one act', () => {
    const both = [
      { kind: 'position-taken', who: 'p1', subsystem: 'uvc', stance: 'standard-required' },
      { kind: 'position-taken', who: 'p2', subsystem: 'uvc', stance: 'standard-required' },
    ];
    expect(says('@p1 @p2 std')).toEqual(both);
    expect(says('@p1,@p2 std')).toEqual(both);
    const { entries } = recorded(room().read('@p1,@p2 #uvc std'));
    expect(entries.map(({ act }) => act)).toEqual([undefined, entries[0]?.id]);
  });

  test('the words of the head stand in any order', () => {
    const [entry] = says('@p5 no rule 3', ['rule 3 -- text']);
    expect(entry).toMatchObject({ kind: 'rule-answered', who: 'p5', answer: 'opposes' });
    expect(says('from <a@b> #isp @p2 obj')).toMatchObject([{ kind: 'objection-raised', on: { subsystem: 'isp' } }]);
    expect(says('@p9 topic q+')).toMatchObject([{ kind: 'queue-joined', who: 'p9', as: 'topic' }]);
    expect(says('std #isp @p7')).toEqual([{ ...P7_ISP, stance: 'standard-required' }]);
    expect(says('#isp ~pass @p7 usr')).toEqual([
      { ...P7_ISP, stance: 'userspace-allowed', livesWith: ['passthrough-niche'] },
    ]);
  });
});
