import fs from 'node:fs/promises';
import { ok, refuse, type Result } from '../../shared/result';
import { followed } from '../atomic-file';
import { errnoOf, refuseErrno } from '../errno';

const PAUSE = 50;

/**
 * Runs something while no other run of gavel does it for the same file: two that both read it, add to it and replace it
 * would lose what the first one added. The lock is a file beside it, as git has them; beside what a link leads to,
 * because that is what is replaced. A lock that a killed run left behind is for a person to delete: taking it over could
 * take one that is in use. Waits `patience` milliseconds for it.
 */
export async function whileLocked<T>(
  file: string,
  run: () => Promise<Result<T>>,
  patience = 5_000,
): Promise<Result<T>> {
  const lock = await lockOf(file);
  if (!lock.ok) return lock;
  const taken = await take(lock.value, Date.now() + patience);
  if (!taken.ok) return taken;
  try {
    return await run();
  } finally {
    await fs.rm(lock.value, { force: true });
  }
}

async function lockOf(file: string): Promise<Result<string>> {
  try {
    return ok(`${await followed(file)}.lock`);
  } catch (error) {
    return refuseErrno(error, 'not recorded', file);
  }
}

async function take(lock: string, until: number): Promise<Result<true>> {
  for (;;) {
    try {
      await fs.writeFile(lock, '', { flag: 'wx', mode: 0o600 });
      return ok(true);
    } catch (error) {
      if (errnoOf(error) !== 'EEXIST') return refuseErrno(error, 'not recorded', lock);
    }
    if (Date.now() > until) {
      return refuse('Another run of gavel is recording. If none is, delete this file and try again.', { file: lock });
    }
    await new Promise((resolve) => setTimeout(resolve, PAUSE));
  }
}
