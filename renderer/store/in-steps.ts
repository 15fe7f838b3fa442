/** Milliseconds of work after which a key is heard. */
const BREATH = 8;

/** Does work in steps, and lets the page answer between them. */
export async function inSteps<T>(steps: Generator<unknown, T>): Promise<T> {
  for (let since = performance.now(); ;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    if (performance.now() - since < BREATH) continue;
    await new Promise((resolve) => setTimeout(resolve));
    since = performance.now();
  }
}
