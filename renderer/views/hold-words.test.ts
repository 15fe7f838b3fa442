import { expect, test } from 'vitest';
import type { Instant } from '../../shared/record/ids';
import { holdWords } from './hold-words';

const now = '2024-09-17T12:00:00.000Z' as Instant;
const clock = { zone: 'UTC', day: '2024-09-17' };
const until = (time: string): string => holdWords(time as Instant, now, clock);

test('a hold says how long it runs: minutes up to two hours, then hours, then days', () => {
  expect(until('2024-09-17T12:00:30.000Z')).toBe('hold, 1 min left');
  expect(until('2024-09-17T13:59:00.000Z')).toBe('hold, 119 min left');
  expect(until('2024-09-17T15:00:00.000Z')).toBe('hold, 3 h left');
  expect(until('2024-09-24T23:59:59.999Z')).toBe('hold, 8 d left');
});

test('a hold that ran out says when, and that it does not block', () => {
  expect(until('2024-09-17T12:00:00.000Z')).toBe('hold ran out at 12:00: it does not block');
  expect(until('2024-09-16T12:00:00.000Z')).toBe('hold ran out at 16 Sep: it does not block');
});
