import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toInstant } from '../shared/record/ids';
import { snapshotName } from './snapshot-name';
import { superfluous } from './snapshot-rotation';
import { timeAfter } from './time-name';

describe('kept are', () => {
  const now = Date.UTC(2026, 10, 27, 12);
  const HOUR = 3_600_000;
  const named = (ago: number, size = 1, before?: 'merge') => {
    const facts = { at: toInstant(now - ago), entries: 1, ...(before && { before }) };
    return { ...facts, ago, name: snapshotName(facts), size };
  };
  const keptOf = (all: readonly ReturnType<typeof named>[]): number[] => {
    const gone = new Set(superfluous(all));
    return all.filter(({ name }) => !gone.has(name)).map(({ ago }) => ago);
  };

  test('the 20 newest, the last of each hour for three days, the last of each day for thirty', () => {
    const everyTenMinutes = Array.from({ length: 6 * 24 * 40 }, (_, at) => named((at * HOUR) / 6));
    const ages = keptOf(everyTenMinutes);
    expect(ages.filter((age) => age < 20 * (HOUR / 6))).toHaveLength(20);
    expect(ages.filter((age) => age >= 4 * HOUR && age < 72 * HOUR)).toHaveLength(68);
    expect(ages.filter((age) => age >= 96 * HOUR).every((age) => age < 30 * 24 * HOUR)).toBe(true);
    expect(ages.filter((age) => age >= 96 * HOUR)).toHaveLength(26);
  });

  test('all that were taken before something, however old', () => {
    expect(keptOf([named(9_999 * HOUR, 1, 'merge'), named(9_998 * HOUR)])).toEqual([9_999 * HOUR, 9_998 * HOUR]);
    const many = Array.from({ length: 25 }, (_, at) => named(at));
    expect(keptOf([...many, named(9_999 * HOUR, 1, 'merge')])).toContain(9_999 * HOUR);
  });

  test('but for three at most, all that were kept before, whatever the clock said when one more was taken', () => {
    const everyTenMinutes = Array.from({ length: 6 * 24 * 40 }, (_, at) => named((at * HOUR) / 6));
    const gone = new Set(superfluous(everyTenMinutes));
    const kept = everyTenMinutes.filter(({ name }) => !gone.has(name));
    const years = 3_650 * 24 * HOUR;
    fc.assert(
      fc.property(fc.integer({ min: now - years, max: now + years }), (clock) => {
        const time = timeAfter(kept[0]?.at, clock);
        const more = { ...time, entries: 2, name: snapshotName({ ...time, entries: 2 }), size: 1 };
        const taken = superfluous([...kept, more]);
        expect(taken).not.toContain(more.name);
        expect(taken.length).toBeLessThanOrEqual(3);
      }),
    );
  });

  test('of very large ones the three newest', () => {
    const large = Array.from({ length: 10 }, (_, at) => named(at * HOUR, 600 << 20));
    expect(keptOf(large)).toEqual([0, HOUR, 2 * HOUR]);
  });
});
