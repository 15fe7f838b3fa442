import { expect, test } from 'vitest';
import type { Instant } from '../../shared/record/ids';
import { lineTime, shortTime } from './times';

const clock = { zone: 'Europe/Vienna', day: '2024-09-18' };

test('a line that is read has its time, with its date where that is not the session’s last', () => {
  expect(lineTime('2024-09-18T08:06:31.000Z' as Instant, clock)).toBe('10:06:31');
  expect(lineTime('2024-09-17T08:06:31.000Z' as Instant, clock)).toBe('17 Sep 10:06');
  expect(lineTime('2023-09-17T08:06:31.000Z' as Instant, clock)).toBe('17 Sep 23 10:06');
  expect(shortTime('2024-09-17T08:06:31.000Z' as Instant, clock)).toBe('17 Sep');
});
