import fs from 'node:fs/promises';

/** Bytes that we may still write on the disk of a folder; undefined where the system doesn't tell. */
export async function freeBytes(folder: string): Promise<number | undefined> {
  try {
    const { bavail, bsize } = await fs.statfs(folder);
    return bavail * bsize;
  } catch {
    return undefined;
  }
}
