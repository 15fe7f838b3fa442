import { describe, expect, test } from 'vitest';
import { record } from '../testing/build';
import { agreed, assessed, holds, S, seats, U } from './testing/cases';

describe('who decides', () => {
  holds([
    [
      'nobody was ever heard: the body is empty',
      () => record().subsystem('uvc'),
      'no-input',
      [],
      'no input: nobody answered yet',
    ],
    ['one seat that has not answered', () => seats('a'), 'no-input', [], 'no input: none of 1 seat answered: a'],
    [
      'one seat that answered is enough',
      () => seats('a').position('a', 'uvc', S),
      'unanimous',
      [S],
      'unanimous: a says standard-required',
    ],
    [
      'both seats are needed of two',
      () => seats('a', 'b').position('a', 'uvc', S),
      'below-quorum',
      [],
      'below quorum: 1 of 2 seats answered: b has not',
    ],
    [
      'one of three seats',
      () => seats('a', 'b', 'c').position('b', 'uvc', S),
      'below-quorum',
      [],
      'below quorum: 1 of 3 seats answered: a and c have not',
    ],
    [
      'two of three seats are more than half',
      () => seats('a', 'b', 'c').position('a', 'uvc', S).position('b', 'uvc', S),
      'unanimous',
      [S],
      'not answered yet: c',
    ],
    [
      'more than half, but three outstanding',
      () =>
        ['a', 'b', 'c', 'd'].reduce(
          (build, who) => build.position(who, 'uvc', S),
          seats('a', 'b', 'c', 'd', 'e', 'f', 'g'),
        ),
      'below-quorum',
      [],
      'below quorum: 4 of 7 seats answered, more than 2 are outstanding: e, f and g have not',
    ],
    [
      'the session may allow another number outstanding',
      () =>
        ['a', 'b', 'c', 'd'].reduce(
          (build, who) => build.position(who, 'uvc', S),
          record({ quorum: { outstanding: 3 } }).subsystem('uvc', { maintainers: ['a', 'b', 'c', 'd', 'e', 'f', 'g'] }),
        ),
      'unanimous',
      [S],
    ],
    [
      'an abstention is an answer',
      () => seats('a', 'b').position('a', 'uvc', S).position('b', 'uvc', 'abstain'),
      'unanimous',
      [S],
      'abstained: b',
    ],
    [
      'abstentions alone are no input',
      () => seats('a', 'b').position('a', 'uvc', 'abstain'),
      'no-input',
      [],
      'no input: the only one who answered abstained: a',
    ],
    [
      'all abstained',
      () => seats('a', 'b').position('a', 'uvc', 'abstain').position('b', 'uvc', 'abstain'),
      'no-input',
      [],
      'no input: all 2 who answered abstained: a and b',
    ],
    ['a cleared position is no answer', () => agreed().position('b', 'uvc', 'none'), 'below-quorum', []],
    [
      'a seat that recuses leaves the body',
      () => agreed().position('b', 'uvc', 'recuse'),
      'unanimous',
      [S],
      'recused: b',
    ],
    [
      'a seat that sent regrets leaves the body',
      () => seats('a', 'b').attend('regrets', 'b').position('a', 'uvc', S),
      'unanimous',
      [S],
      'sent regrets: b',
    ],
    [
      'seats that all recused leave nobody',
      () => seats('a', 'b').position('a', 'uvc', 'recuse').attend('regrets', 'b').position('c', 'uvc', S),
      'no-input',
      [],
      'every seat recused or sent regrets',
    ],
    [
      'what nobody with a seat says does not count',
      () => seats('a').position('z', 'uvc', S),
      'no-input',
      [],
      'beside the body: z (outside) says standard-required',
    ],
    [
      'a seat that joins after the first position is named and counts',
      () =>
        seats('a')
          .position('a', 'uvc', S)
          .subsystem('uvc', { maintainers: ['a', 'b'] }),
      'below-quorum',
      [],
      'b took a seat after the first position',
    ],
    [
      'a seat that leaves after the first position is named',
      () => agreed().subsystem('uvc', { maintainers: ['a'] }),
      'unanimous',
      [S],
      'b gave up a seat after the first position',
    ],
    [
      'two handles of one person are one seat',
      () => seats('a', 'a2').same('a', 'a2').position('a2', 'uvc', S),
      'unanimous',
      [S],
    ],
    [
      'attendance taken: half of those here are not enough',
      () =>
        record()
          .subsystem('uvc')
          .attend('present', 'a')
          .attend('left', 'b')
          .attend('regrets', 'c')
          .position('a', 'uvc', S),
      'below-quorum',
      [],
      'below quorum: 1 of 2 people present answered: b has not',
    ],
    [
      'attendance taken: those who left count, those who are not here do not',
      () => record().subsystem('uvc').attend('left', 'a').position('a', 'uvc', S).position('z', 'uvc', U),
      'consensus',
      [S],
      'beside the body: z says userspace-allowed',
    ],
    [
      'everybody sent regrets',
      () => record().subsystem('uvc').attend('regrets', 'a').position('a', 'uvc', S),
      'no-input',
      [],
      'everybody sent regrets',
    ],
    [
      'no seats and no attendance: one answer is too few',
      () => record().subsystem('uvc').position('a', 'uvc', S),
      'below-quorum',
      [],
      'below quorum: only a answered, two are needed',
    ],
    [
      'no seats and no attendance: two answers do',
      () => record().subsystem('uvc').position('a', 'uvc', S).position('b', 'uvc', S),
      'unanimous',
      [S],
    ],
  ]);

  test('where nobody has a seat and no attendance was taken, everybody who said anything anywhere is in the body', () => {
    const build = record()
      .subsystem('uvc')
      .subsystem('drm')
      .position('holder', 'drm', S)
      .objection('objector', 'drm')
      .rule('a rule')
      .answer('answerer', 1, 'supports')
      .add({ kind: 'question-raised', number: 1, text: 'whose policy?', who: 'asker' })
      .add({ kind: 'note-taken', text: 'a remark', who: 'noted' });
    expect(assessed(build).body).toMatchObject({
      basis: 'heard',
      members: ['answerer', 'asker', 'holder', 'noted', 'objector'],
    });
  });

  test('a position of long ago is no older than the seats that were recorded before it', () => {
    const build = seats('a').position('a', 'uvc', S, { said: '2020-01-01T00:00:00.000Z' });
    expect(assessed(build).body.changes).toEqual([]);
  });

  test('a private note makes nobody heard, so a copy without it is assessed the same', () => {
    const build = record()
      .subsystem('uvc')
      .add({ kind: 'note-taken', text: 'between us', who: 'secret', private: true });
    expect(assessed(build).body.members).toEqual([]);
  });
});
