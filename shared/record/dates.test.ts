import { expect, test } from 'vitest';
import type { Instant } from './ids';
import { calendarDay, dateHeader, dayOf, momentOf } from './dates';

const AT = '2024-07-28T22:44:47.123Z' as Instant;

test('a moment is told in the session’s zone, with its offset', () => {
  expect(momentOf(AT, 'UTC')).toBe('Sun, 28 Jul 2024, 22:44 UTC');
  expect(momentOf(AT, 'Europe/Vienna')).toBe('Mon, 29 Jul 2024, 00:44 +0200');
  expect(momentOf(AT, 'America/St_Johns')).toBe('Sun, 28 Jul 2024, 20:14 -0230');
  expect(dayOf(AT, 'Asia/Kolkata')).toBe('29 Jul 2024');
});

test('the Date header has seconds and a numeric offset (RFC 5322, 3.3)', () => {
  expect(dateHeader(AT, 'UTC')).toBe('Sun, 28 Jul 2024 22:44:47 +0000');
  expect(dateHeader(AT, 'Europe/Vienna')).toBe('Mon, 29 Jul 2024 00:44:47 +0200');
});

test('a day of the calendar is the same in every zone', () => {
  expect(calendarDay('2024-10-01')).toBe('1 Oct 2024');
});
