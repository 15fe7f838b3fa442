import { expect, test } from 'vitest';
import type { Instant } from '../../../shared/record/ids';
import { mostIn, stanceScale } from './stance-scale';

const at = (time: string): Instant => `${time}.000Z` as Instant;
const rounded = (all: readonly number[]): readonly number[] => all.map((place) => Math.round(place * 100) / 100);

test('moments stand where their time is', () => {
  const { places, pauses } = stanceScale([
    at('2024-09-17T08:00:00'),
    at('2024-09-17T08:30:00'),
    at('2024-09-17T09:00:00'),
  ]);
  expect([rounded(places), pauses]).toEqual([[0, 0.5, 1], []]);
});

test('a pause within a session has its length, though it takes most of it', () => {
  const { places, pauses } = stanceScale([
    at('2024-09-17T08:53:00'),
    at('2024-09-17T08:54:00'),
    at('2024-09-17T08:56:00'),
    at('2024-09-17T09:03:00'),
  ]);
  expect([rounded(places), pauses]).toEqual([[0, 0.1, 0.3, 1], []]);
});

test('what came a day and a year after the session leaves it its room', () => {
  const { places, pauses } = stanceScale([
    at('2024-09-17T08:00:00'),
    at('2024-09-17T08:30:00'),
    at('2024-09-17T09:00:00'),
    at('2024-09-18T09:00:00'),
    at('2025-09-18T09:00:00'),
  ]);
  expect(rounded(places)).toEqual([0, 0.44, 0.88, 0.94, 1]);
  expect(rounded(pauses)).toEqual([0.91, 0.97]);
});

test('one moment, none, or two that are far apart need no pause', () => {
  expect(stanceScale([])).toEqual({ places: [], pauses: [] });
  expect(stanceScale([at('2024-09-17T08:00:00')])).toEqual({ places: [0], pauses: [] });
  expect(stanceScale([at('2024-09-17T08:00:00'), at('2025-09-17T08:00:00')])).toEqual({ places: [0, 1], pauses: [] });
});

test('of many pauses, each longer than all after it, no more than five are drawn short', () => {
  const moments = Array.from(
    { length: 8 },
    (_, n) => new Date(Date.UTC(2024, 0) + 3_600_000 * 10 ** n).toISOString() as Instant,
  );
  const { places, pauses } = stanceScale(moments);
  expect(pauses).toHaveLength(5);
  expect(places.at(-1)).toBeCloseTo(1);
});

test('the height is that of the most who held an answer, of a hundred thousand steps too', () => {
  const steps = Array.from({ length: 100_000 }, (_, n) => ({
    at: at('2024-09-17T08:00:00'),
    counts: { abstain: n === 70_000 ? 9 : 2, none: 20 },
  }));
  expect(mostIn(steps, ['abstain', 'standard-required'])).toBe(9);
  expect(mostIn([], ['abstain'])).toBe(1);
});
