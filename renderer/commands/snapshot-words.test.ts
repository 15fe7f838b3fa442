import { expect, test } from 'vitest';
import { snapshotWords } from './snapshot-words';

const at = '2026-11-27T10:00:00.000Z';
const taken = { session: 's', at, entries: 143 };

test.each([
  [0, '0 seconds old, 143 entries'],
  [1, '1 second old, 143 entries'],
  [59, '59 seconds old, 143 entries'],
  [60, '1 minute old, 143 entries'],
  [3_599, '59 minutes old, 143 entries'],
  [7_200, '2 hours old, 143 entries'],
  [86_400 * 3, '3 days old, 143 entries'],
  [-5, '0 seconds old, 143 entries'],
])('after %d seconds a snapshot is %s', (seconds, words) => {
  expect(snapshotWords(taken, Date.parse(at) + seconds * 1000)).toBe(words);
});
