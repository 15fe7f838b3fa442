import fs from 'node:fs/promises';
import path from 'node:path';
import type { HalfTyped } from '../shared/ipc';
import { ok, type Result } from '../shared/result';
import { writeAtomically } from './atomic-file';
import { errnoOf } from './errno';
import { log } from './log';
import { areDrafts, isDraft } from './recorded-drafts';
import { withRoom, type MakeRoom } from './reserve';

/**
 * Half-typed texts that the page's database does not take, in `half-typed.json` of the data folder: while that is closed
 * it is the one copy that a kill leaves. The file is gone as soon as the database has them.
 */
export interface HalfTypedFile {
  /** What is kept; nothing where it can't be read. */
  readonly read: () => Promise<readonly HalfTyped[]>;
  /** Puts these in the place of what is kept. */
  readonly keep: (texts: readonly HalfTyped[]) => Promise<Result<true>>;
}

export function halfTypedIn(dataFolder: string, makeRoom: MakeRoom): HalfTypedFile {
  const file = path.join(dataFolder, 'half-typed.json');
  let turn: Promise<unknown> = Promise.resolve();

  async function write(texts: readonly HalfTyped[]): Promise<Result<true>> {
    if (texts.length > 0) return withRoom(makeRoom, () => writeAtomically(file, `${JSON.stringify(texts)}\n`));
    await fs.rm(file, { force: true });
    return ok(true);
  }

  return {
    read: async () => {
      try {
        const read: unknown = JSON.parse(await fs.readFile(file, 'utf8'));
        return areHalfTyped(read) ? read : [];
      } catch (error) {
        if (errnoOf(error) !== 'ENOENT') log(`${file}: not used`, error);
        return [];
      }
    },
    keep: (texts) => {
      const mine = turn.then(() => write(texts));
      turn = mine.catch(() => undefined);
      return mine;
    },
  };
}

/** Whether a value is a list of half-typed texts. */
export function areHalfTyped(value: unknown): value is readonly HalfTyped[] {
  return areDrafts(value) && value.every((each) => isDraft(each) && 'text' in each && typeof each.text === 'string');
}
