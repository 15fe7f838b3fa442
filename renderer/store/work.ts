import type { Result } from '../../shared/result';
import type { Work } from '../record/own-worker';
import { setState } from './store';

let running: Work<unknown> | undefined;

/** Whether a long piece of work is under way that can be ended. */
export function isWorking(): boolean {
  return running !== undefined;
}

/** Waits for a long piece of work; meanwhile a person can end it. Undefined where they did. */
export async function whileWorking<T>(work: Work<T>): Promise<Result<T | undefined>> {
  running = work;
  try {
    return await work.done;
  } finally {
    running = undefined;
    setState({ progress: undefined });
  }
}

/** Ends the work that is under way, as long as it can be ended: then all is as it was before. */
export function cancelWork(): void {
  running?.cancel();
}

/** Shows how far it has come. */
export function showWork(what: string, done: number, of: number, unit?: string): void {
  setState({ progress: { what, done, of, cancel: 'work.cancel', ...(unit === undefined ? {} : { unit }) } });
}
