import { expect, test } from 'vitest';
import { record } from '../testing/build';
import { fitsLine, readLineQuery } from './line-search';
import { isStruck } from './verdicts';

function found(typed: string): readonly string[] {
  const b = record().people('p1', 'p2').subsystem('uvc').subsystem('isp');
  b.position('p1', 'uvc', 'standard-required', { rationale: 'The Layout is known' });
  b.objection('p2', 'uvc', { rationale: 'no', remedy: 'a layout in the tree' });
  b.position('p2', 'isp', 'abstain').strike();
  b.from('ben', 'otherone').call('uvc', 'rough', { stance: 'standard-required', statement: 'so be it' });
  const query = readLineQuery(typed);
  if (query === undefined) throw new Error('nothing is looked for');
  return b.lines.filter((entry) => fitsLine(query, entry, (id) => isStruck(b.session, id))).map(({ kind }) => kind);
}

test('nothing typed looks for nothing', () => {
  expect(readLineQuery('  ')).toBeUndefined();
});

test.each([
  ['layout', ['position-taken', 'objection-raised']],
  ['@p2 layout', ['objection-raised']],
  ['#uvc kind:position', ['position-taken']],
  ['#uvc', ['subsystem-added', 'position-taken', 'objection-raised', 'call-made']],
  ['struck', ['position-taken']],
  ['kind:position -struck', ['position-taken']],
  ['by:ben', ['call-made']],
  ['who:p1 who:p2 kind:position', ['position-taken', 'position-taken']],
  ['nowhere', []],
])('%s finds lines by what they are of, and words in any text of theirs', (typed, kinds) => {
  expect(found(typed)).toEqual(kinds);
});
