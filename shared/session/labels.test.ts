import { expect, test } from 'vitest';
import { record } from '../testing/build';
import { decideRestore, decideUndo } from './acts';
import { objections } from './objections';

test('a number is given once: not again after its thing was struck, since it may be restored', () => {
  const build = record().subsystem('uvc').people('ana').objection('ana', 'uvc', { rationale: 'one' });
  const first = build.last;
  build.do(decideUndo).objection('ana', 'uvc', { rationale: 'two' });
  build.do((session, env) => decideRestore(session, first, env));
  expect(objections(build.session).map(({ label, reason }) => [label, reason])).toEqual([
    ['1', 'one'],
    ['2', 'two'],
  ]);
});
