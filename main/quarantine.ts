import fs from 'node:fs';
import path from 'node:path';
import { errnoOf } from './errno';

/** What can be set aside: the page's database alone, or journals and snapshots too. */
const SETTING_ASIDE = ['database', 'everything'] as const;
export type SettingAside = (typeof SETTING_ASIDE)[number];

/** The folders of each of the two, and what is half typed. */
const FOLDERS: Readonly<Record<SettingAside, readonly string[]>> = {
  database: ['IndexedDB'],
  everything: ['IndexedDB', 'journal', 'snapshots', 'half-typed.json'],
};

/**
 * Moves folders of the data folder into `quarantine-<time>` in it; nothing of them is deleted, ever. To be called while
 * nothing has them open. Answers the new folder, or undefined where none of them is there.
 */
export function quarantine(dataFolder: string, what: SettingAside, at: Date): string | undefined {
  const target = path.join(dataFolder, `quarantine-${at.toISOString().replaceAll(':', '_')}`);
  let moved: string | undefined;
  for (const name of FOLDERS[what]) {
    const source = path.join(dataFolder, name);
    if (!fs.existsSync(source)) continue;
    fs.mkdirSync(target, { recursive: true, mode: 0o700 });
    fs.renameSync(source, path.join(target, name));
    moved = target;
  }
  return moved;
}

/** Notes that the next start is to set something aside: a database that the page has open can't be moved. */
export function orderQuarantine(dataFolder: string, what: SettingAside): void {
  fs.writeFileSync(orderIn(dataFolder), what, { mode: 0o600 });
}

/** What the last run wanted to be set aside; the order is gone once it was done. */
export function orderedQuarantine(dataFolder: string): SettingAside | undefined {
  try {
    const order = fs.readFileSync(orderIn(dataFolder), 'utf8');
    return SETTING_ASIDE.find((each) => each === order);
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return undefined;
    throw error;
  }
}

export function fulfilQuarantine(dataFolder: string): void {
  fs.rmSync(orderIn(dataFolder), { force: true });
}

function orderIn(dataFolder: string): string {
  return path.join(dataFolder, 'set-aside');
}
