import fs from 'node:fs';
import path from 'node:path';
import { errnoOf } from './errno';
import { log } from './log';

/**
 * A kill between the two writes of a LevelDB record leaves a torn tail. The next open takes it for the end of the log
 * and appends behind it; the open after that finds "checksum mismatch", and Chromium answers by deleting the database of
 * that origin without a word. Cutting the tail first, before anything opens the database, breaks that chain.
 *
 * The log format (https://github.com/google/leveldb/blob/main/doc/log_format.md): blocks of 32 KiB hold records of
 * crc32 (4 bytes), length (2, little-endian), type (1: full, first, middle, last) and payload; fewer than 7 bytes at
 * the end of a block are padding. A record that spans blocks is a first, any middles, and a last.
 * Only headers are looked at: a kill can't garble a payload.
 */
const BLOCK = 32_768;
const HEADER = 7;
const FULL = 1;
const LAST = 4;

/** How many leading bytes of a LevelDB log make whole records. */
export function wholeLength(log: Uint8Array): number {
  const view = new DataView(log.buffer, log.byteOffset, log.byteLength);
  let whole = 0;
  let offset = 0;
  while (offset < log.length) {
    const left = BLOCK - (offset % BLOCK);
    if (left < HEADER) {
      if (whole === offset) whole = Math.min(offset + left, log.length);
      offset += left;
      continue;
    }
    if (offset + HEADER > log.length) break;
    const length = view.getUint16(offset + 4, true);
    const type = view.getUint8(offset + 6);
    if (type < FULL || type > LAST || length > left - HEADER || offset + HEADER + length > log.length) break;
    offset += HEADER + length;
    if (type === FULL || type === LAST) whole = offset;
  }
  return whole;
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
