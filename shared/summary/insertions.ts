import type { AnyEntry } from '../record/entry';
import { writerOf, type Writer } from '../record/ids';

/** How many steps a search may take: beyond that nobody would wait for it. */
const MOST_STEPS = 100_000;

/**
 * The sets of `count` entries that may have come into a record later than the others, the likeliest first. What comes
 * from one writer comes in its order, so what was missing is the end of one writer's entries, or of several; and mostly
 * all of them, because a whole file was merged.
 */
export function* insertions(entries: readonly AnyEntry[], count: number): Generator<ReadonlySet<AnyEntry>> {
  const byWriter = new Map<Writer, AnyEntry[]>();
  for (const entry of entries) {
    const writer = writerOf(entry.id);
    const own = byWriter.get(writer);
    if (own === undefined) byWriter.set(writer, [entry]);
    else own.push(entry);
  }
  const writers = [...byWriter.values()].sort((a, b) => a.length - b.length);
  const steps = { left: MOST_STEPS };
  for (const cut of [0, 1, 2]) {
    for (const ends of endings(writers, count, cut, steps)) yield new Set(ends);
  }
}

/** `count` entries at the ends of the writers' own, with exactly `cut` writers of whom not all are taken. */
function* endings(
  writers: readonly (readonly AnyEntry[])[],
  count: number,
  cut: number,
  steps: { left: number },
): Generator<readonly AnyEntry[]> {
  if ((steps.left -= 1) < 0) return;
  if (count === 0) {
    if (cut === 0) yield [];
    return;
  }
  const [own, ...others] = writers;
  if (own === undefined || writers.reduce((sum, { length }) => sum + length, 0) < count) return;
  if (own.length <= count) for (const rest of endings(others, count - own.length, cut, steps)) yield [...own, ...rest];
  yield* endings(others, count, cut, steps);
  if (cut === 0) return;
  for (let taken = Math.min(count, own.length - 1); taken > 0; taken -= 1) {
    for (const rest of endings(others, count - taken, cut - 1, steps)) yield [...own.slice(-taken), ...rest];
  }
}
