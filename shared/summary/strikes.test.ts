import { expect, test } from 'vitest';
import { record } from '../testing/build';
import { withStrikes } from './strikes';

test('lines of the same sources have one list of them with their strikes, until something else is struck', () => {
  const b = record().subsystem('uvc').position('ana', 'uvc', 'abstain');
  const sources = [b.last];
  b.strike();
  const first = b.last;
  const all = withStrikes(b.session, sources);
  expect(all.map((source) => (typeof source === 'string' ? source : source.id))).toEqual([...sources, first]);
  expect(withStrikes(b.session, sources)).toBe(all);
  b.add({ kind: 'entry-restored', entry: sources[0]! });
  expect(withStrikes(b.session, sources)).toHaveLength(3);
});
