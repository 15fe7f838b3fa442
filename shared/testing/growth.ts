import { expect } from 'vitest';

/** How many times as long the long input is. What takes time by its length then costs about as many times as much. */
const TIMES = 8;
/** Between a work that grows with its length (8; with strings of many megabytes up to 30 were seen) and its square (64). */
const LIMIT = 40;
const ROUNDS = 12;
/** Microseconds under which a cost tells more of the processor's caches than of the work. */
const LEAST = 2000;

/**
 * Holds a work to costing in proportion to its size, from `least` on. What is compared is the least processor time of this
 * process for one size with that for another, so neither a slow machine nor a busy one counts: what disturbs a round
 * makes it dearer, and of many rounds one is disturbed least.
 */
export async function expectProportion(work: (size: number) => unknown, least: number, name = 'growth'): Promise<void> {
  let size = least;
  // the first time has the compiler in it
  await work(size);
  while ((await costOf(() => work(size))) < LEAST) size *= 2;
  let short = Infinity;
  let long = Infinity;
  for (let round = 0; round < ROUNDS; round += 1) {
    short = Math.min(short, await costOf(() => work(size)));
    long = Math.min(long, await costOf(() => work(size * TIMES)));
    if (long < short * LIMIT) return;
  }
  expect(long / short, `${name}: ${String(TIMES)} times as long costs so many times as much`).toBeLessThan(LIMIT);
}

/** Microseconds of the processor. */
async function costOf(work: () => unknown): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return user + system;
}
