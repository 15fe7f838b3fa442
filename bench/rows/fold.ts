import { foldAll } from '../../shared/session/session';
import { interleaved, row, type Bench } from '../row';
import { syntheticLines } from '../synthetic';
import type { AnyEntry } from '../../shared/record/entry';

/** Folding a record against parsing the lines it came in. */
export const fold: Bench = {
  name: 'fold',
  measure: async () => {
    const steps: { entries: number; ours: number; baseline: number; ratio: number }[] = [];
    for (const entries of [10_000, 100_000, 1_000_000]) {
      const lines = syntheticLines(entries);
      const parse = (): AnyEntry[] => lines.map((line) => JSON.parse(line) as AnyEntry);
      const parsed = parse();
      const { ours, baseline } = await interleaved(5, () => foldAll(parsed), parse);
      steps.push({ entries, ours, baseline, ratio: ours / baseline });
    }
    const last = steps.at(-1);
    if (last === undefined) return [];
    const result = row({
      row: 'fold',
      ours: last.ours,
      baseline: last.baseline,
      goal: 1,
      unit: 'ms',
      growth: steps,
      note: '1M entries into a session; baseline: JSON.parse of the same lines',
    });
    return [result];
  },
};
