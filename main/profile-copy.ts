import { constants } from 'node:fs';
import fs from 'node:fs/promises';
import path from 'node:path';
import { errnoOf } from './errno';
import { freeBytes } from './free-space';
import { log } from './log';
import { nameOfTime, timeAfter, timeInName } from './time-name';

/** So many copies of the page's database are kept, the newest. */
const COPIES = 3;
/** What must stay free on the disk beside a copy, in bytes. */
const SPARE = 500 * 1024 * 1024;

/**
 * Copies the folder of the page's databases while nothing has it open, into `profile-copies/<time>-<why>`: Chromium
 * deletes a database that it finds damaged or can't read, and such a copy can be put back. Answers the copy, or
 * undefined where there is nothing to copy or no room for it.
 */
export async function copyDatabases(dataFolder: string, why: string, at: Date): Promise<string | undefined> {
  const source = path.join(dataFolder, 'IndexedDB');
  const copies = path.join(dataFolder, 'profile-copies');
  try {
    const size = await sizeOf(source);
    if (size === 0) return undefined;
    const free = await freeBytes(dataFolder);
    if (free !== undefined && free < size + SPARE) {
      log(`${source}: not copied, because the disk has no room for ${String(size)} bytes more`);
      return undefined;
    }
    // a copy that a kill cut short must not count as one, and push out another
    const unfinished = path.join(copies, 'unfinished');
    await fs.rm(unfinished, { recursive: true, force: true });
    await fs.mkdir(unfinished, { recursive: true, mode: 0o700 });
    await fs.cp(source, path.join(unfinished, 'IndexedDB'), { recursive: true, mode: constants.COPYFILE_FICLONE });
    const older = (await fs.readdir(copies)).filter((name) => name !== path.basename(unfinished)).sort();
    // the newest comes last, also where the clock was put back since the one before
    const time = timeAfter(timeInName(older.at(-1) ?? ''), at.getTime());
    const target = path.join(copies, `${nameOfTime(time.place ?? time.at)}-${why}`);
    await fs.rename(unfinished, target);
    for (const old of older.slice(0, 1 - COPIES)) await fs.rm(path.join(copies, old), { recursive: true });
    return target;
  } catch (error) {
    // Starting matters more: journals and snapshots hold the record too.
    log(`${source}: not copied`, error);
    return undefined;
  }
}

/** Bytes of the files below a folder; 0 where it isn't there. */
async function sizeOf(folder: string): Promise<number> {
  try {
    const entries = await fs.readdir(folder, { recursive: true, withFileTypes: true });
    const files = entries.filter((entry) => entry.isFile());
    const sizes = await Promise.all(
      files.map(async (file) => (await fs.stat(path.join(file.parentPath, file.name))).size),
    );
    return sizes.reduce((sum, size) => sum + size, 0);
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return 0;
    throw error;
  }
}
