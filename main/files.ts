import fs from 'node:fs/promises';
import { constants } from 'node:fs';
import path from 'node:path';
import type { OpenedFile } from '../shared/ipc';
import { ok, refuse, type Result } from '../shared/result';
import { refuseErrno } from './errno';

/** The largest file that is read, in bytes. */
const MAX_FILE_BYTES = 512 * 1024 * 1024;

/** Reads a file that a person chose, whole. Refuses what is no plain file, and what is larger than `most` bytes. */
export async function readChosenFile(file: string, most = MAX_FILE_BYTES): Promise<Result<OpenedFile>> {
  if (file.includes('\0')) return refuse('that is not a file name: choose again', { found: JSON.stringify(file) });
  try {
    // O_NONBLOCK, so that opening a pipe that nobody writes to doesn't wait for ever.
    const handle = await fs.open(file, constants.O_RDONLY | constants.O_NONBLOCK);
    try {
      const stat = await handle.stat();
      if (!stat.isFile())
        return refuse('that is not a file: choose one', {
          file,
          found: stat.isDirectory() ? 'a folder' : 'a device or a pipe',
        });
      if (stat.size > most) {
        return refuse('the file is too large: take from it what you need', {
          file,
          found: `${String(stat.size)} bytes`,
          expected: `at most ${String(most)}`,
        });
      }
      return ok({ name: path.basename(file), bytes: await handle.readFile() });
    } finally {
      await handle.close();
    }
  } catch (error) {
    return refuseErrno(error, 'the file can’t be read', file);
  }
}

/** A name for the save dialog to propose: one plain segment without characters that some file system refuses. */
export function safeName(suggested: string): string {
  const name = suggested
    .slice(-120)
    .replace(/[\p{Cc}\p{Cf}\p{Cs}/\\:*?"<>|]+/gu, '-')
    .replace(/^[.\s-]+|[.\s]+$/gu, '');
  return name === '' ? 'gavel' : name;
}
