/** Things that turn out to be one, joined two by two (a union-find). */
export interface Joined<T> {
  /** from now on all that was one with `a` or with `b` is one, under the top of `b` */
  readonly join: (a: T, b: T) => void;
  /** the one that stands for all that a thing is one with */
  readonly top: (thing: T) => T;
}

export function joined<T>(): Joined<T> {
  const up = new Map<T, T>();
  const top = (thing: T): T => {
    let at = thing;
    for (let next = up.get(at); next !== undefined; next = up.get(at)) {
      // every second step gets shorter, so that long chains don't stay long
      const beyond = up.get(next);
      if (beyond !== undefined) up.set(at, beyond);
      at = next;
    }
    return at;
  };
  const join = (a: T, b: T): void => {
    const [low, high] = [top(a), top(b)];
    if (low !== high) up.set(low, high);
  };
  return { join, top };
}
