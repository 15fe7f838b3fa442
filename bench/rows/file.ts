import { createHash } from 'node:crypto';
import { readFile } from '../../shared/file/read';
import { writeFile } from '../../shared/file/write';
import { interleaved, row, type Bench } from '../row';
import { syntheticEntries } from '../synthetic';

const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

interface Step {
  readonly entries: number;
  readonly ours: number;
  readonly baseline: number;
  readonly ratio: number;
}

/** Writing a record against hashing and serialising the same; reading it against parsing the same lines. */
export const file: Bench = {
  name: 'file',
  measure: async () => {
    const writes: Step[] = [];
    const reads: Step[] = [];
    for (const count of [10_000, 100_000, 1_000_000]) {
      const entries = syntheticEntries(count);
      const text = writeFile(entries, sha256);
      const rounds = count > 100_000 ? 5 : 7;
      const write = await interleaved(
        rounds,
        () => writeFile(entries, sha256),
        () => sha256(entries.map((entry) => JSON.stringify(entry)).join('\n')),
      );
      const read = await interleaved(
        rounds,
        () => readFile('bench.gavel', text, sha256),
        () =>
          text
            .slice(0, -1)
            .split('\n')
            .map((line) => JSON.parse(line) as unknown),
      );
      writes.push({ entries: count, ...write, ratio: write.ours / write.baseline });
      reads.push({ entries: count, ...read, ratio: read.ours / read.baseline });
    }
    return [
      rowOf('file write', writes, '1M entries to text; baseline: serialise each and SHA-256 the same bytes'),
      rowOf(
        'file read',
        reads,
        '1M entries through the gate (canon, schema, order, checksum); baseline: JSON.parse of the lines',
      ),
    ];
  },
};

function rowOf(name: string, steps: readonly Step[], note: string): ReturnType<typeof row> {
  const last = steps.at(-1) ?? { ours: Number.NaN, baseline: Number.NaN };
  return row({ row: name, ours: last.ours, baseline: last.baseline, goal: 2, unit: 'ms', growth: steps, note });
}
