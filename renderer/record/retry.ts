/** After so many milliseconds without an answer a write counts as not done, and is tried again. */
export const PATIENCE = 5_000;
/** A file of many lines takes its time, on a slow disk so much for each. */
const PATIENCE_PER_LINE = 5;

/** Milliseconds that an answer to so many lines may take. */
export function patienceFor(lines: number, patience = PATIENCE): number {
  return patience + PATIENCE_PER_LINE * lines;
}

/** Milliseconds before the second, third, ... try; the last one repeats. */
const PAUSES = [500, 1_000, 2_000] as const;

/**
 * Tries until it is done. A try that is not answered within `patience` milliseconds is told of and the next one begins
 * (on a full disk a write may never be answered); should it be answered after all, that counts. What is tried must be
 * such that doing it twice does no harm.
 */
export function untilDone<T>(attempt: () => Promise<T>, told: (why: unknown) => void, patience: number): Promise<T> {
  return new Promise((resolve) => {
    let done = false;
    let tries = 0;

    function next(why: unknown): void {
      told(why);
      const pause = PAUSES[Math.min(tries, PAUSES.length - 1)];
      tries += 1;
      setTimeout(once, pause);
    }

    function once(): void {
      if (done) return;
      let given = false;
      const late = setTimeout(() => {
        given = true;
        if (!done) next(new Error(`no answer for ${String(patience / 1000)} seconds`));
      }, patience);
      attempt().then(
        (value) => {
          done = true;
          clearTimeout(late);
          resolve(value);
        },
        (error: unknown) => {
          clearTimeout(late);
          if (!given && !done) next(error);
        },
      );
    }

    once();
  });
}
