import type { StartFacts } from '../shared/ipc';
import { ok, type Result } from '../shared/result';
import { fitDatabases } from './database-fit';
import { freeBytes } from './free-space';
import { sweepLeftovers } from './leftovers';
import { log } from './log';
import { copyDatabases } from './profile-copy';
import { readProfile, refuseNewer, writeProfile, type Profile } from './profile-file';
import { fulfilQuarantine, orderedQuarantine } from './quarantine';
import { markRunning } from './running';

/** With less free than this a person is told, in bytes. */
const ENOUGH = 500 * 1024 * 1024;

/** What the start found, and whether another version had the data before. */
export interface BegunRun {
  readonly facts: StartFacts;
  readonly upgraded: boolean;
}

/**
 * What must be done before anything opens the page's database, by whoever holds the lock of the data folder. Data of a
 * newer program are refused untouched. After an unclean end, or before another Electron or schema has it, the database
 * is copied; then torn tails are cut; and one that Chromium would find broken, and delete, is moved aside.
 */
export async function beginRun(dataFolder: string, now: Profile): Promise<Result<BegunRun>> {
  const before = readProfile(dataFolder);
  const newer = before && refuseNewer(dataFolder, before, now);
  if (newer !== undefined) return newer;

  const unclean = markRunning(dataFolder);
  if (unclean) await sweepLeftovers(dataFolder);
  const at = new Date();
  const why = before === undefined || differs(before, now) ? 'upgrade' : unclean ? 'unclean' : undefined;
  const copied = why === undefined ? undefined : await copyDatabases(dataFolder, why, at);

  const fitted = fitDatabases(dataFolder, at, orderedQuarantine(dataFolder));
  fulfilQuarantine(dataFolder);

  const written = await writeProfile(dataFolder, now);
  if (!written.ok) log(written.error);
  const free = await freeBytes(dataFolder);
  return ok({
    facts: {
      unclean,
      ...(copied !== undefined && { copied }),
      ...fitted,
      ...(free !== undefined && free < ENOUGH && { free }),
    },
    upgraded: before !== undefined && (before.app !== now.app || differs(before, now)),
  });
}

/** Whether another program had the database: the same schema on the same Electron keeps it in the same way. */
function differs(a: Profile, b: Profile): boolean {
  return a.schema !== b.schema || a.electron !== b.electron;
}
