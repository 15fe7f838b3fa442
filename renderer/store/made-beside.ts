import { ok, type Result } from '../../shared/result';
import { inSteps } from './in-steps';
import { isWorking, showWork, whileWorking } from './work';

/** Milliseconds after which a person is told that it takes its time. */
const QUIET = 400;

/**
 * What steps make, beside the keys; undefined where a person ended that. Steps may tell the share that is done, from 0
 * to 1; `of` is what all is then said to be.
 */
export async function madeBeside<T>(
  what: string,
  steps: Generator<unknown, T>,
  of = 0,
): Promise<Result<T | undefined>> {
  // what is under way already has the one place where work is shown and ended
  if (isWorking()) return ok(await inSteps(steps));
  let isEnded = false;
  return whileWorking({
    done: inSteps(told(what, steps, of, () => isEnded)).then(ok),
    cancel: () => (isEnded = true),
  });
}

function* told<T>(
  what: string,
  steps: Generator<unknown, T>,
  of: number,
  isEnded: () => boolean,
): Generator<void, T | undefined> {
  const begun = performance.now();
  let step = steps.next();
  for (; step.done !== true; step = steps.next()) {
    if (isEnded()) return undefined;
    if (performance.now() - begun > QUIET)
      showWork(what, Math.round(typeof step.value === 'number' ? step.value * of : 0), of);
    yield;
  }
  return step.value;
}
