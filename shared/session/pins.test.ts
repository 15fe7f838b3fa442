import { expect, test } from 'vitest';
import type { Id } from '../record/ids';
import { record } from '../testing/build';
import { decideStrike, decideUndo } from './acts';
import { decidePin, evidenceOf, pinsOf } from './pins';
import { foldAll } from './session';

const quote = { message: 'a@list.example', lines: ['The layout comes first.'], from: 'Ana' };
const held = () => record().subsystem('uvc').people('ana').position('ana', 'uvc', 'abstain');

test('a quote stands behind what it was pinned to, whatever the order of the lines, until that is undone', () => {
  const build = held();
  const to = build.last;
  build.do((session, env) => decidePin(session, { to, evidence: quote }, env));
  expect(evidenceOf(build.session, { id: to })).toEqual([quote]);
  expect(evidenceOf(foldAll(build.lines.toReversed()), { id: to })).toEqual([quote]);
  build.do(decideUndo);
  expect(pinsOf(build.session, [{ id: to }])).toEqual([]);
});

test('nothing is pinned to what is struck or not there', () => {
  const build = held();
  const to = build.last;
  const pin = () => build.do((session, env) => decidePin(session, { to, evidence: quote }, env));
  build.do((session, env) => decideStrike(session, to, env));
  expect(pin).toThrow('was struck');
  const absent = `${to.slice(0, -1)}x` as Id;
  expect(() => build.do((session, env) => decidePin(session, { to: absent, evidence: quote }, env))).toThrow(
    'not in the record',
  );
});

test('what is pinned was said when the mail was written, and never later than now', () => {
  const build = held();
  const pinned = (date: string) => {
    build.do((session, env) => decidePin(session, { to: build.last, evidence: { ...quote, date } }, env));
    return build.lines.at(-1);
  };
  expect(pinned('2024-07-25T09:26:38Z')).toMatchObject({ said: '2024-07-25T09:26:38.000Z' });
  expect(pinned('2999-07-25T09:26:38Z')).not.toHaveProperty('said');
  expect(pinned('last week')).not.toHaveProperty('said');
});
