import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { AnyEntry } from '../record/entry';
import { sha256Of } from '../record/sha256';
import { records } from '../testing/arbitrary-record';
import { runs } from '../testing/runs';
import { AT_ONCE } from './lines';
import { writeFile, writingFile } from './write';

/** Runs to the end; answers the text with the shares that were told. */
function written(entries: readonly AnyEntry[]): { readonly text: string; readonly shares: readonly number[] } {
  const steps = writingFile(entries, sha256Of);
  const shares: number[] = [];
  let step = steps.next();
  for (; step.done !== true; step = steps.next()) shares.push(step.value);
  return { text: step.value, shares };
}

test('a file that is written in steps is the one that is written at once, in whatever order the lines come', () => {
  fc.assert(
    fc.property(
      records.chain((record) => fc.shuffledSubarray([...record, ...record], { minLength: record.length * 2 })),
      (entries) => {
        expect(written(entries).text).toBe(writeFile(entries, sha256Of));
      },
    ),
    { numRuns: runs },
  );
});

test('of many lines each step is some of them, and the share that is done only grows', () => {
  const note = (at: number): AnyEntry =>
    ({
      id: `2024-09-17T08:00:00.000Z-${at.toString(36).padStart(3, '0')}-kaaaaaaa`,
      by: 'ana',
      kind: 'note-taken',
      text: 'x',
    }) as AnyEntry;
  const opened = { ...note(0), kind: 'session-opened', title: 'Passthrough' } as AnyEntry;
  const entries = [opened, ...Array.from({ length: 2 * AT_ONCE }, (_, at) => note(at + 1))];
  const { text, shares } = written(entries);
  expect(text).toBe(writeFile(entries, sha256Of));
  expect(shares).toHaveLength(6);
  expect(shares).toEqual(shares.toSorted((a, b) => a - b));
  expect(shares.at(-1)).toBeLessThanOrEqual(1);
});
