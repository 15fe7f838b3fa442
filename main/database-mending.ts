import fs from 'node:fs/promises';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { ok, refuse, type Result } from '../shared/result';
import { fitDatabases } from './database-fit';
import { freeBytes } from './free-space';

/** With less free than this the database stays closed, in bytes: opening it writes a manifest, and may write tables. */
const ROOM = 8 * 1024 * 1024;
/** Chromium closes the files of a database so many milliseconds after the last page let go of it (2,000), and some more. */
const GRACE = 3_000;
/** What becomes of what was in a database that was moved aside. */
const BACK =
  'The record comes back from its journals, and half-typed text from the screen; mails are in what was moved.';

/**
 * Makes the database fit to be opened again in the middle of a run, after a write failed and the page let go of it. A full
 * disk leaves a torn tail as a kill does: Chromium would append behind it, and delete the database at a later open. It is
 * refused while the disk has no room, and while the files are still open. `tell` hears where one was moved to that is broken.
 */
export async function mendDatabase(
  dataFolder: string,
  tell: (text: string) => void,
  room = ROOM,
): Promise<Result<true>> {
  const free = await freeBytes(dataFolder);
  if (free !== undefined && free < room) {
    return refuse('the disk is full: make room', {
      file: dataFolder,
      found: `${String(free)} bytes free`,
      expected: `at least ${String(room)}`,
    });
  }
  const open = await openFile(path.join(dataFolder, 'IndexedDB'));
  if (open !== undefined) return refuse('the database is not closed yet', { file: open });
  const { quarantined } = fitDatabases(dataFolder, new Date());
  if (quarantined !== undefined) tell(`The database was broken. It was moved to ${quarantined}. ${BACK}`);
  return ok(true);
}

/** A file below a folder that our process, which is the one that has Chromium's databases, holds open. */
async function openFile(folder: string): Promise<string | undefined> {
  if (process.platform !== 'linux') {
    // no other system tells: wait until the last page's letting go has come through
    await setTimeout(GRACE);
    return undefined;
  }
  // the links below lead to real paths
  const real = await fs.realpath(folder).catch(() => folder);
  for (const descriptor of await fs.readdir('/proc/self/fd')) {
    const file = await fs.readlink(`/proc/self/fd/${descriptor}`).catch(() => '');
    if (file.startsWith(`${real}${path.sep}`)) return file;
  }
  return undefined;
}
