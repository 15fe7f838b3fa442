import { expect, test } from 'vitest';
import type { AnyEntry } from '../record/entry';
import { aheadOf } from './ahead';

const entry = (instant: string): AnyEntry =>
  ({ id: `${instant}-000-kaaaaaaa`, by: 'ana', kind: 'session-adjourned' }) as unknown as AnyEntry;

test('an entry from more than a day ahead of our clock is held back, one from a day ahead is not', () => {
  const now = Date.UTC(2024, 8, 17, 8);
  const [past, dayAhead, beyond] = [
    '2024-09-16T08:00:00.000Z',
    '2024-09-18T08:00:00.000Z',
    '2024-09-18T08:00:00.001Z',
  ].map(entry);
  expect(aheadOf([past, dayAhead, beyond] as readonly AnyEntry[], now)).toEqual([beyond]);
});
