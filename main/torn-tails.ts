import fs from 'node:fs';
import path from 'node:path';
import { errnoOf } from './errno';
import { afterPadding, partsOf } from './leveldb-log';
import { log } from './log';

/**
 * A kill between the two writes of a LevelDB record leaves a torn tail. The next open takes it for the end of the log
 * and appends behind it; the open after that finds "checksum mismatch", and Chromium answers by deleting the database of
 * that origin without a word. Cutting the tail first, before anything opens the database, breaks that chain.
 *
 * Only headers are looked at: a kill can't garble a payload.
 */

/** How many leading bytes of a LevelDB log make whole records. */
export function wholeLength(log: Uint8Array): number {
  let whole = 0;
  for (const { isWhole, ends, end } of partsOf(log)) if (isWhole && ends) whole = end;
  return afterPadding(whole, log.length);
}

/** One log that was cut: which, and how many bytes. */
export interface CutTail {
  readonly file: string;
  readonly cut: number;
}

/**
 * Cuts the torn tails off the logs and manifests of all IndexedDB databases in a profile; each file that is cut is kept
 * beside it as `.torn`. To be called while no other process of ours runs and before the first window opens. A file that
 * can't be read or cut is left to Chromium: starting matters more, and the journal holds the record too.
 */
export function cutTornTails(userData: string): CutTail[] {
  const root = path.join(userData, 'IndexedDB');
  return namesIn(root)
    .filter((name) => name.endsWith('.leveldb'))
    .flatMap((database) =>
      namesIn(path.join(root, database))
        .filter((name) => /^(\d+\.log|MANIFEST-\d+)$/.test(name))
        .map((name) => cutTail(path.join(root, database, name))),
    )
    .filter((tail) => tail.cut > 0);
}

function cutTail(file: string): CutTail {
  try {
    const log = fs.readFileSync(file);
    const whole = wholeLength(log);
    if (whole < log.length) {
      fs.copyFileSync(file, `${file}.torn`);
      fs.truncateSync(file, whole);
    }
    return { file, cut: log.length - whole };
  } catch (error) {
    log(`${file}: its end was not checked`, error);
    return { file, cut: 0 };
  }
}

function namesIn(folder: string): string[] {
  try {
    return fs.readdirSync(folder);
  } catch (error) {
    if (errnoOf(error) !== 'ENOENT') log(`${folder}: not looked into`, error);
    return [];
  }
}
