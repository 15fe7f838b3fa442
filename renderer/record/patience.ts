import { PATIENCE, patienceFor } from './retry';

/**
 * Does work that is not tried again, and that says how many lines it has given so far. Where nothing is heard of it for
 * too long, `ended` tells it to end, as a person may. Where it doesn't answer to that either, 'silent': nobody waits for
 * it any more, and it isn't known what becomes of it.
 */
export function whileHeard<T>(
  ended: AbortController,
  work: (heard: (lines: number) => void) => Promise<T>,
): Promise<T | 'silent'> {
  return new Promise((resolve, reject) => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const after = (patience: number, what: () => void): void => {
      clearTimeout(timer);
      timer = setTimeout(what, patience);
    };
    const heard = (lines: number): void => {
      const patience = patienceFor(lines);
      if (ended.signal.aborted) return;
      after(patience, () => {
        ended.abort(new Error(`the database has not answered for ${String(patience / 1000)} seconds`));
      });
    };
    ended.signal.addEventListener('abort', () => {
      after(PATIENCE, () => {
        resolve('silent');
      });
    });
    heard(0);
    work(heard)
      .then(resolve, reject)
      .finally(() => {
        clearTimeout(timer);
      });
  });
}

/**
 * Waits for an answer no longer than so many milliseconds, and than `signal` allows. Undefined then: what was asked for
 * goes on, and nobody waits for it any more.
 */
export function whileAwaited<T>(answer: Promise<T>, patience: number, signal?: AbortSignal): Promise<T | undefined> {
  return new Promise((resolve, reject) => {
    const end = (): void => {
      resolve(undefined);
    };
    const late = setTimeout(end, patience);
    if (signal?.aborted === true) end();
    signal?.addEventListener('abort', end);
    answer.then(resolve, reject).finally(() => {
      clearTimeout(late);
      signal?.removeEventListener('abort', end);
    });
  });
}
