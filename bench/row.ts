/** One line of the results: ours against a baseline that ran in the same call. */
export interface Row {
  readonly row: string;
  /** ours and the baseline in `unit` */
  readonly ours: number;
  readonly baseline: number;
  /** ours / baseline; for a row without baseline, ours / limit */
  readonly ratio: number;
  /** what the ratio has to stay within */
  readonly goal: number;
  readonly met: boolean;
  readonly unit: 'ms' | 'KiB' | 'nodes';
  /** the same at other sizes: entries -> ours in `unit` and ratio */
  readonly growth: readonly { readonly entries: number; readonly ours: number; readonly ratio: number }[];
  /** what was compared with what, and anything a reader must know */
  readonly note: string;
}

/** A bench file's one export: what it measures under its name. */
export interface Bench {
  readonly name: string;
  readonly measure: () => Promise<readonly Row[]>;
}

export function median(values: readonly number[]): number {
  return percentile(values, 50);
}

/** The value below which `p` per cent of the values lie (nearest rank). */
export function percentile(values: readonly number[], p: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil((p / 100) * sorted.length) - 1)] ?? Number.NaN;
}

const round = (value: number): number => Math.round(value * 100) / 100;

export function row(fields: Omit<Row, 'ratio' | 'met' | 'growth'> & { readonly growth?: Row['growth'] }): Row {
  const ratio = fields.ours / fields.baseline;
  return {
    ...fields,
    ours: round(fields.ours),
    baseline: round(fields.baseline),
    ratio: round(ratio),
    met: ratio <= fields.goal,
    growth: (fields.growth ?? []).map((step) => ({ ...step, ours: round(step.ours), ratio: round(step.ratio) })),
  };
}

declare const gc: (() => void) | undefined;

/** Milliseconds that a piece of work takes, after a collection of what earlier pieces left. */
export async function timed(work: () => unknown): Promise<number> {
  if (typeof gc === 'function') gc();
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** Medians of both sides, measured in turns so that a noisy moment hits both. */
export async function interleaved(
  rounds: number,
  ours: () => unknown,
  baseline: () => unknown,
): Promise<{ readonly ours: number; readonly baseline: number }> {
  const own: number[] = [];
  const other: number[] = [];
  for (let i = 0; i < rounds; i += 1) {
    other.push(await timed(baseline));
    own.push(await timed(ours));
  }
  return { ours: median(own), baseline: median(other) };
}
