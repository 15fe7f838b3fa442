/** Does work that is made in steps at once. */
export function atOnce<T>(steps: Iterator<unknown, T>): T {
  let step = steps.next();
  while (step.done !== true) step = steps.next();
  return step.value;
}

/** What is made of each of many, one after the other, with a pause behind each. */
export function* ofEach<T, R>(all: readonly T[], make: (each: T, at: number) => readonly R[]): Generator<void, R[]> {
  const made: R[] = [];
  for (const [at, each] of all.entries()) {
    for (const one of make(each, at)) made.push(one);
    yield;
  }
  return made;
}
