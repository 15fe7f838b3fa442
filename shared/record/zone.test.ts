import { expect, test } from 'vitest';
import type { Instant } from './ids';
import { inZone, isZone } from './zone';

const at = '2024-09-17T22:04:05.000Z' as Instant;

test('a moment is shown as the clocks of the zone show it', () => {
  expect(inZone(at, 'Europe/Vienna')).toBe('2024-09-18 00:04');
  expect(inZone(at, 'UTC')).toBe('2024-09-17 22:04');
});

test('an unknown zone reads as UTC', () => {
  expect(isZone('Moon/Tranquility')).toBe(false);
  expect(inZone(at, 'Moon/Tranquility')).toBe('2024-09-17 22:04');
});
