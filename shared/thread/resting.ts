/** Whoever walks through many mails may rest after so many of them. */
export const STEP = 2_000;

/** Does `work` for each value, and yields now and then, so that whoever drives it may rest. */
export function* resting<T>(values: Iterable<T>, work: (value: T) => void): Generator<void, void> {
  let count = 0;
  for (const value of values) {
    work(value);
    count += 1;
    if (count % STEP === 0) yield;
  }
}
