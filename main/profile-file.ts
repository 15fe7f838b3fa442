import fs from 'node:fs';
import path from 'node:path';
import { refuse, type Result } from '../shared/result';
import { writeAtomically } from './atomic-file';

/** Which program a data folder was last opened with, as `profile.json` in it. */
export interface Profile {
  /** Gavel's version */
  readonly app: string;
  /** the number of the database's schema: greater for newer data */
  readonly schema: number;
  /** Electron's major version: another one may keep the database in another way */
  readonly electron: number;
}

/** The profile of a data folder; undefined where there is none, or where it can't be read. */
export function readProfile(folder: string): Profile | undefined {
  try {
    const value = JSON.parse(fs.readFileSync(fileIn(folder), 'utf8')) as Record<string, unknown> | null;
    const { app, schema, electron } = value ?? {};
    if (typeof app !== 'string' || typeof schema !== 'number' || typeof electron !== 'number') return undefined;
    return { app, schema, electron };
  } catch {
    // what is unknown counts as another program's: the database is copied before it is opened
    return undefined;
  }
}

export function writeProfile(folder: string, profile: Profile): Promise<Result<true>> {
  return writeAtomically(fileIn(folder), `${JSON.stringify(profile)}\n`);
}

/** Refuses data of a newer program: an older one would open them without a word and lose what it doesn't know. */
export function refuseNewer(folder: string, before: Profile, now: Profile): Result<never> | undefined {
  if (before.schema <= now.schema) return undefined;
  return refuse(
    `The data were last opened with Gavel ${before.app}. Open them with version ${before.app} or newer; this is ${now.app}. Nothing was opened or changed.`,
    { file: folder, found: `schema ${String(before.schema)}`, expected: `at most ${String(now.schema)}` },
  );
}

function fileIn(folder: string): string {
  return path.join(folder, 'profile.json');
}
