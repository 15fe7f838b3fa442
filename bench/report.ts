import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { dirname, join } from 'node:path';
import type { Row } from './row';

/** Keeps rows of earlier calls that this one did not measure. */
export function keepResults(folder: string, measured: readonly Row[]): readonly Row[] {
  const file = join(folder, 'results.json');
  const names = new Set(measured.map(({ row }) => row));
  const kept = earlier(file).filter(({ row }) => !names.has(row));
  const all = [...kept, ...measured].sort((a, b) => (a.row < b.row ? -1 : 1));
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify(all, null, 2)}\n`);
  writeFileSync(join(folder, 'RESULTS.md'), markdown(all));
  return all;
}

function earlier(file: string): readonly Row[] {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as readonly Row[];
  } catch {
    return [];
  }
}

function markdown(rows: readonly Row[]): string {
  const machine = `${String(cpus().length)} cores, ${String(Math.round(totalmem() / 2 ** 30))} GiB`;
  const table = rows.map(
    ({ row, ours, baseline, ratio, goal, met, unit, note }) =>
      `| ${row} | ${String(ours)} ${unit} | ${String(baseline)} ${unit} | ${String(ratio)} | ${String(goal)} | ${met ? 'met' : '**missed**'} | ${note} |`,
  );
  const growth = rows.flatMap(({ row, growth: steps }) =>
    steps.map(
      ({ entries, ours, ratio }) => `| ${row} | ${entries.toLocaleString('en')} | ${String(ours)} | ${String(ratio)} |`,
    ),
  );
  return [
    '# Measured',
    '',
    `Written by \`npm run bench\`. Ratios count, not times: the baseline runs in the same call, in turns with ours (${machine}, Node ${process.versions.node}).`,
    '',
    '| row | ours | baseline | ratio | goal | | what |',
    '|---|---|---|---|---|---|---|',
    ...table,
    '',
    '## Growth',
    '',
    '| row | entries | ours (ms) | ratio |',
    '|---|---|---|---|',
    ...growth,
    '',
  ].join('\n');
}
