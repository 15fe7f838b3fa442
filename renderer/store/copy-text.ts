import { writingFile } from '../../shared/file/write';
import type { AnyEntry } from '../../shared/record/entry';
import { sha256Of } from '../../shared/record/sha256';
import { ok, type Result } from '../../shared/result';
import { inSteps } from './in-steps';
import { isWorking, showWork, whileWorking } from './work';

/** Milliseconds after which a person is told that it takes its time. */
const QUIET = 400;

/** Entries as the text of a file, made beside the keys; undefined where a person ended that. */
export async function copyText(entries: readonly AnyEntry[]): Promise<Result<string | undefined>> {
  // what is under way already has the one place where work is shown and ended
  if (isWorking()) return ok(await inSteps(writingFile(entries, sha256Of)));
  let isEnded = false;
  return whileWorking({
    done: inSteps(told(entries, () => isEnded)).then(ok),
    cancel: () => (isEnded = true),
  });
}

function* told(entries: readonly AnyEntry[], isEnded: () => boolean): Generator<void, string | undefined> {
  const begun = performance.now();
  const steps = writingFile(entries, sha256Of);
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done === true) return step.value;
    if (isEnded()) return undefined;
    if (performance.now() - begun > QUIET)
      showWork('Making the copy', Math.round(step.value * entries.length), entries.length);
    yield;
  }
}
