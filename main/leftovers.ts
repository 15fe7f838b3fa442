import fs from 'node:fs/promises';
import path from 'node:path';
import { log } from './log';

/** The names that `atomic-file.ts` and `snapshot-writing.ts` give a file until it is whole. */
const UNFINISHED = /^\.gavel-[0-9a-f]{12}\.tmp$/;

/**
 * Takes away files that a kill left unfinished: what they would have become was never promised to anybody. In the data
 * folder, among the journals and among the snapshots; to be called before anything writes there.
 */
export async function sweepLeftovers(dataFolder: string): Promise<void> {
  const snapshots = path.join(dataFolder, 'snapshots');
  const sessions = (await namesIn(snapshots)).map((name) => path.join(snapshots, name));
  for (const folder of [dataFolder, path.join(dataFolder, 'journal'), ...sessions]) {
    for (const name of await namesIn(folder)) {
      if (!UNFINISHED.test(name)) continue;
      await fs.rm(path.join(folder, name), { force: true }).catch((error: unknown) => {
        log(`${path.join(folder, name)}: not taken away`, error);
      });
    }
  }
}

async function namesIn(folder: string): Promise<readonly string[]> {
  return fs.readdir(folder).catch(() => []);
}
