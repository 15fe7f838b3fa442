import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { runs } from '../testing/runs';
import { isLastDay, laterId, nextId } from './clock';
import { isId, toWriter, type Id, type Writer } from './ids';

const writer = 'kaaaaaaa' as Writer;
const writers = fc.uint8Array({ minLength: 8, maxLength: 8 }).map((bytes) => toWriter(bytes));
/** A wall clock that does what it likes. */
const now = fc.integer({ min: Date.UTC(2000, 0), max: Date.UTC(2100, 0) });
const seen = fc
  .tuple(now, fc.constantFrom('000', '00z', '0zz', 'zzy', 'zzz'), writers)
  .map(([ms, counter, origin]) => `${new Date(ms).toISOString()}-${counter}-${origin}` as Id);

describe('the clock', () => {
  test('never runs backwards on one device, whatever the wall clock does and whatever comes in', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(now, seen), { maxLength: 30 }), writers, (steps, own) => {
        let latest: Id | undefined;
        for (const step of steps) {
          if (typeof step === 'string') latest = laterId(latest, step);
          else {
            const minted = nextId(latest, step, own);
            expect(isId(minted)).toBe(true);
            if (latest !== undefined) expect(minted > latest).toBe(true);
            latest = minted;
          }
        }
      }),
      { numRuns: runs },
    );
  });

  test.each([
    [
      'the wall clock, while it goes on',
      '2024-09-17T08:00:00.000Z-00a-mzzzzzzz',
      '2024-09-17T08:00:00.001Z-000-kaaaaaaa',
    ],
    [
      'one more in the same millisecond, whoever wrote the last',
      '2024-09-17T08:00:00.001Z-00z-mzzzzzzz',
      '2024-09-17T08:00:00.001Z-010-kaaaaaaa',
    ],
    [
      'one more where the wall clock is behind',
      '2030-01-01T00:00:00.000Z-000-mzzzzzzz',
      '2030-01-01T00:00:00.000Z-001-kaaaaaaa',
    ],
    [
      'the next millisecond where the counter is full',
      '2024-12-31T23:59:59.999Z-zzz-mzzzzzzz',
      '2025-01-01T00:00:00.000Z-000-kaaaaaaa',
    ],
  ])('reads %s', (_, latest, expected) => {
    expect(nextId(latest as Id, Date.UTC(2024, 8, 17, 8, 0, 0, 1), writer)).toBe(expected);
  });

  test('has a last day', () => {
    expect(isLastDay('9999-12-31T00:00:00.000Z-000-mzzzzzzz' as Id)).toBe(true);
    expect(isLastDay('9999-12-30T23:59:59.999Z-zzz-mzzzzzzz' as Id)).toBe(false);
  });

  test('makes no id that an id can’t say', () => {
    expect(() => nextId('9999-12-31T23:59:59.999Z-zzz-mzzzzzzz' as Id, 0, writer)).toThrow(RangeError);
  });
});
