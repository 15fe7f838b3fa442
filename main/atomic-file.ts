import { randomBytes } from 'node:crypto';
import fs from 'node:fs/promises';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { ok, type Result } from '../shared/result';
import { errnoOf, refuseErrno } from './errno';

/**
 * Writes a file so that at every moment either the old or the new content is there, whole: a temporary file in the
 * same folder, flushed, renamed over the target, and the folder flushed. It is its owner's
 * alone (0600); with `keepMode` a file that is there keeps who may read and write it. A link is followed, so that the
 * file it points to is replaced and not the link.
 */
export async function writeAtomically(
  file: string,
  content: string | Uint8Array,
  { keepMode = false }: { readonly keepMode?: boolean } = {},
): Promise<Result<true>> {
  let temporary: string | undefined;
  try {
    const target = await followed(file);
    temporary = path.join(path.dirname(target), `.gavel-${randomBytes(6).toString('hex')}.tmp`);
    const mode = keepMode ? await modeOf(target) : undefined;
    const handle = await fs.open(temporary, 'wx', 0o600);
    try {
      if (mode !== undefined) await handle.chmod(mode);
      await handle.writeFile(content);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await renameInto(temporary, target);
    return ok(true);
  } catch (error) {
    if (temporary !== undefined) await fs.rm(temporary, { force: true });
    return refuseErrno(error, 'not saved', file);
  }
}

/** Milliseconds before a rename that was refused is tried again. */
const PAUSES = [20, 100, 500];
/** On Windows a scanner or an indexer may hold a file for a moment: https://github.com/npm/write-file-atomic/issues/49 */
const MOMENTARY = new Set(['EPERM', 'EBUSY', 'EACCES']);

/** Gives a file its name, over what had it, and makes that last. What may be refused for a moment is tried again. */
export async function renameInto(temporary: string, target: string): Promise<void> {
  await rename(temporary, target, PAUSES);
  await syncFolder(path.dirname(target));
}

async function rename(temporary: string, target: string, [pause, ...pauses]: readonly number[]): Promise<void> {
  try {
    await fs.rename(temporary, target);
  } catch (error) {
    if (pause === undefined || !MOMENTARY.has(errnoOf(error) ?? '')) throw error;
    await setTimeout(pause);
    await rename(temporary, target, pauses);
  }
}

/** Flushes a folder, so that a name made or changed in it survives a power cut. Windows has no such thing. */
export async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await fs.open(folder, 'r');
  try {
    await handle.sync();
  } catch (error) {
    // Some network and FUSE file systems refuse it; the rename has happened all the same.
    if (errnoOf(error) !== 'EINVAL') throw error;
  } finally {
    await handle.close();
  }
}

/** The file that a name stands for in the end: itself where it is no link, or where nothing is there yet. */
export async function followed(file: string): Promise<string> {
  return (await unlessAbsent(fs.realpath(file))) ?? file;
}

/** Who may read and write a file that is there. */
async function modeOf(file: string): Promise<number | undefined> {
  const found = await unlessAbsent(fs.stat(file));
  return found === undefined ? undefined : found.mode & 0o777;
}

async function unlessAbsent<T>(asked: Promise<T>): Promise<T | undefined> {
  try {
    return await asked;
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return undefined;
    throw error;
  }
}
