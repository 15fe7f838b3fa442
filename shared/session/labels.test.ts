import { describe, expect, test } from 'vitest';
import type { Id } from '../record/ids';
import { record } from '../testing/build';
import { decideRestore, decideUndo } from './acts';
import { labelsOf } from './labels';
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

describe('labels', () => {
  const numbered = (number: number, writer: string): { id: Id; number: number } => ({
    id: `2024-09-17T08:00:00.00${String(number)}Z-000-${writer}` as Id,
    number,
  });
  const labels = (...writers: readonly string[]): readonly string[] => {
    const things = writers.map((writer) => numbered(2, writer));
    return things.map(labelsOf(things));
  };

  test('a number is its own label', () => {
    expect(labels('k7aaaaaa')).toEqual(['2']);
  });
  test('on a clash both print the first two characters of their writer', () => {
    expect(labels('k7aaaaaa', 'maaaaaaa')).toEqual(['2k7', '2ma']);
  });
  test('each prints as many as tell it apart', () => {
    expect(labels('k7aaaaaa', 'k7abbbbb', 'maaaaaaa')).toEqual(['2k7aa', '2k7ab', '2ma']);
  });
});
