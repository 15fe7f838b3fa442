import { expect, test } from 'vitest';
import type { Handle, Slug } from '../record/ids';
import { record } from '../testing/build';
import { decideUndo } from './acts';
import { positionOf } from './positions';
import { foldAll } from './session';
import { decideConfirm, decideDismiss, isDismissed, isTaken } from './suggestions';

const place = { message: 'a@list.example', line: 12, cue: 'I disagree' };
const confirmed = {
  who: 'ana' as Handle,
  subsystem: 'uvc' as Slug,
  stance: 'standard-required' as const,
  evidence: {
    message: place.message,
    lines: ['I disagree. The layout comes first.'],
    date: '2024-07-08T22:26:43.000Z',
  },
};

const room = () => record().subsystem('uvc').people('ana');

test('a dismissed suggestion does not return, until the dismissal is undone', () => {
  const build = room();
  build.do((session, env) => decideDismiss(session, place, env));
  expect(isDismissed(build.session, place)).toBe(true);
  expect(isDismissed(build.session, { ...place, line: 13 })).toBe(false);
  expect(() => build.do((session, env) => decideDismiss(session, place, env))).toThrow('dismissed already');
  build.do(decideUndo);
  expect(isDismissed(build.session, place)).toBe(false);
});

test('a confirmed suggestion is a position that rests on the exact lines and was said when they were written', () => {
  const build = room();
  build.do((session, env) => decideConfirm(session, confirmed, env));
  const position = positionOf(build.session, confirmed.who, confirmed.subsystem);
  expect(position).toMatchObject({
    stance: 'standard-required',
    at: confirmed.evidence.date,
    evidence: [confirmed.evidence],
  });
  expect(isTaken(build.session, place.message, confirmed.evidence.lines)).toBe(true);
  expect(isTaken(build.session, 'other@list.example', confirmed.evidence.lines)).toBe(false);
  expect(isTaken(foldAll(build.lines.toReversed()), place.message, confirmed.evidence.lines)).toBe(true);
});

test('what was taken is open again once the position is undone', () => {
  const build = room();
  build.do((session, env) => decideConfirm(session, confirmed, env));
  build.do(decideUndo);
  expect(isTaken(build.session, place.message, confirmed.evidence.lines)).toBe(false);
});

test('nothing is recorded for a subsystem that is not there', () => {
  const build = room();
  const elsewhere = { ...confirmed, subsystem: 'nvme' as Slug };
  expect(() => build.do((session, env) => decideConfirm(session, elsewhere, env))).toThrow('There is no subsystem');
});
