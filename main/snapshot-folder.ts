import fs from 'node:fs/promises';
import path from 'node:path';
import type { Id } from '../shared/record/ids';
import { writeAtomically } from './atomic-file';
import { errnoOf } from './errno';
import { sessionOfJournal } from './journal-name';
import { log } from './log';
import { readSnapshotName, type NamedSnapshot } from './snapshot-name';
import { superfluous } from './snapshot-rotation';
import { isWhole } from './snapshot-writing';

/** The sessions that have a journal in a folder. */
export async function sessionsIn(journals: string): Promise<readonly Id[]> {
  return (await namesIn(journals)).map(sessionOfJournal).filter((session) => session !== undefined);
}

/** The snapshots in a folder, the oldest first. */
export async function snapshotsIn(folder: string): Promise<readonly NamedSnapshot[]> {
  return (await namesIn(folder)).map(readSnapshotName).filter((snapshot) => snapshot !== undefined);
}

/** Takes away what is no longer needed. What can't be taken away does no harm. */
export async function thinOut(folder: string): Promise<void> {
  try {
    const sized = await Promise.all(
      (await snapshotsIn(folder)).map(async (snapshot) => ({
        ...snapshot,
        size: (await fs.stat(path.join(folder, snapshot.name))).size,
      })),
    );
    for (const name of superfluous(sized)) await fs.rm(path.join(folder, name));
  } catch (error) {
    log(`${folder}: not thinned out`, error);
  }
}

/** Copies a snapshot to the folder that a person chose besides, and looks whether it arrived. */
export async function copySnapshot(file: string, folder: string): Promise<void> {
  try {
    await fs.mkdir(folder, { recursive: true, mode: 0o700 });
    const target = path.join(folder, path.basename(file));
    const written = await writeAtomically(target, await fs.readFile(file));
    if (!written.ok) log(written.error);
    else if (!(await isWhole(target))) log(`${target}: the disk gave back something else than was written`);
    await thinOut(folder);
  } catch (error) {
    log(`${folder}: no copy of ${path.basename(file)}`, error);
  }
}

/** Whether a file is there. */
export async function exists(file: string): Promise<boolean> {
  return fs.stat(file).then(
    () => true,
    () => false,
  );
}

/** The names in a folder, sorted; none where it isn't there. */
export async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    return (await fs.readdir(folder)).sort();
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return [];
    throw error;
  }
}
