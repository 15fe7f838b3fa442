import { randomUUID } from 'node:crypto';
import fs from 'node:fs/promises';
import { constants } from 'node:fs';
import path from 'node:path';
import type { OpenedFile } from '../shared/ipc';
import { ok, refuse, type Result } from '../shared/result';
import { refuseErrno } from './errno';

/** So many bytes of a file cross to the page at once: it takes them in a moment. */
const PART = 4 * 1024 * 1024;

/** Reads files that a person chose, of any size, a part at a time. */
export interface ChosenFiles {
  /** The first part of a file; refuses what is no plain file. What was left of another is let go. */
  readonly open: (file: string) => Promise<Result<OpenedFile>>;
  /** The part that a part before it named. */
  readonly rest: (name: string) => Promise<Result<OpenedFile>>;
}

/** @param part bytes of a part, 4 MiB where absent */
export function chosenFiles(part = PART): ChosenFiles {
  let left: Left | undefined;

  async function open(file: string): Promise<Result<OpenedFile>> {
    await left?.handle.close();
    left = undefined;
    if (file.includes('\0')) return refuse('that is not a file name: choose again', { found: JSON.stringify(file) });
    try {
      // O_NONBLOCK, so that opening a pipe that nobody writes to doesn't wait for ever.
      const handle = await fs.open(file, constants.O_RDONLY | constants.O_NONBLOCK);
      const stat = await handle.stat();
      if (stat.isFile()) return await next({ file, handle, size: stat.size });
      await handle.close();
      return refuse('that is not a file: choose one', {
        file,
        found: stat.isDirectory() ? 'a folder' : 'a device or a pipe',
      });
    } catch (error) {
      return refuseErrno(error, 'the file can’t be read', file);
    }
  }

  async function next({ file, handle, size }: Omit<Left, 'rest'>): Promise<Result<OpenedFile>> {
    left = undefined;
    try {
      const bytes = await bytesOf(handle, Math.min(part, size + 1));
      const opened = { name: path.basename(file), size, bytes };
      if (bytes.length < part) {
        await handle.close();
        return ok(opened);
      }
      left = { file, handle, size, rest: randomUUID() };
      return ok({ ...opened, rest: left.rest });
    } catch (error) {
      await handle.close();
      return refuseErrno(error, 'the file can’t be read', file);
    }
  }

  return {
    open,
    rest: async (name) =>
      left?.rest === name ? next(left) : refuse('nothing of that file is left to read: open it again', { found: name }),
  };
}

/** The next bytes of a file, fewer than `most` only at its end. */
async function bytesOf(handle: fs.FileHandle, most: number): Promise<Uint8Array> {
  const buffer = new Uint8Array(most);
  let size = 0;
  while (size < most) {
    const { bytesRead } = await handle.read(buffer, size);
    if (bytesRead === 0) break;
    size += bytesRead;
  }
  return buffer.subarray(0, size);
}

/** A file of which a part is not read yet. */
interface Left {
  readonly file: string;
  readonly handle: fs.FileHandle;
  readonly size: number;
  readonly rest: string;
}

/** Names that are devices on Windows, whatever their ending: https://learn.microsoft.com/windows/win32/fileio/naming-a-file */
const DEVICE = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\s*\.|$)/i;

/** A name for the save dialog to propose: one plain segment that every file system takes. */
export function safeName(suggested: string): string {
  const name = suggested
    .slice(-120)
    .replace(/[\p{Cc}\p{Cf}\p{Cs}/\\:*?"<>|]+/gu, '-')
    .replace(/^[.\s-]+|[.\s]+$/gu, '');
  if (name === '') return 'gavel';
  return DEVICE.test(name) ? `gavel-${name}` : name;
}
