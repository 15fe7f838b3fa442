import { randomBytes } from 'node:crypto';
import fs from 'node:fs/promises';
import path from 'node:path';
import type { Result } from '../shared/result';
import { writeAtomically } from './atomic-file';
import { freeBytes } from './free-space';
import { isFull } from './journal-file';
import { log } from './log';

/** Room for some ten thousand lines and a snapshot of a usual session. */
const SIZE = 16 * 1024 * 1024;
/** The reserve is only made where so many bytes stay free beside it. */
const SPARE = 500 * 1024 * 1024;

/** Milliseconds between two looks whether there is room for it again. */
const AGAIN = 60_000;

/** Asks for room that was kept back; true where there was some. */
export type MakeRoom = () => Promise<boolean>;

/** What writes, once more where the disk was full and there was room that was kept back. */
export async function withRoom<T>(makeRoom: MakeRoom, write: () => Promise<Result<T>>): Promise<Result<T>> {
  const written = await write();
  return !written.ok && isFull(written.error) && (await makeRoom()) ? write() : written;
}

/** Room on the disk that is kept back, so that what is recorded last gets out of a full disk. */
export interface Reserve {
  /** Keeps it back, where it isn't yet and the disk has room for it. */
  readonly take: () => Promise<void>;
  /** Gives it free. False where there was none. */
  readonly release: MakeRoom;
}

/**
 * The reserve of a data folder, as the file `reserve`. Its bytes are random: a disk that compresses keeps them all. Once
 * given free, which `released` hears of, it is kept back again as soon as there is room.
 */
export function reserveIn(
  dataFolder: string,
  released: () => void,
  { size = SIZE, spare = SPARE, again = AGAIN } = {},
): Reserve {
  const file = path.join(dataFolder, 'reserve');
  let looking: NodeJS.Timeout | undefined;
  const isThere = (): Promise<boolean> =>
    fs.stat(file).then(
      () => true,
      () => false,
    );
  async function take(): Promise<void> {
    const free = await freeBytes(dataFolder);
    if ((await isThere()) || free === undefined || free < size + spare) return;
    const written = await writeAtomically(file, randomBytes(size));
    if (!written.ok) log(written.error);
  }

  async function takeAgain(): Promise<void> {
    await take();
    if (!(await isThere())) return;
    clearInterval(looking);
    looking = undefined;
  }

  async function release(): Promise<boolean> {
    const wasThere = await isThere();
    await fs.rm(file, { force: true });
    if (!wasThere) return false;
    log(`the disk is full: ${String(size)} bytes that were kept back are free now`);
    looking ??= setInterval(() => void takeAgain(), again).unref();
    released();
    return true;
  }

  return { take, release };
}
