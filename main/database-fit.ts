import { brokenDatabases } from './leveldb-check';
import { log } from './log';
import { quarantine, type SettingAside } from './quarantine';
import { cutTornTails } from './torn-tails';

/** What was moved aside, and whether because it was broken. */
export interface Fitted {
  readonly quarantined?: string;
  readonly broken?: boolean;
}

/**
 * Makes the page's database fit to be opened, while nothing has it open: torn tails are cut, and one that Chromium would
 * find broken, and delete, is moved aside; so is what was ordered to be.
 */
export function fitDatabases(dataFolder: string, at: Date, ordered?: SettingAside): Fitted {
  for (const { file, cut } of cutTornTails(dataFolder)) log(`${file}: a torn tail of ${String(cut)} bytes was cut`);
  const broken = brokenDatabases(dataFolder);
  for (const fault of broken) log(fault);
  const what = ordered ?? (broken.length > 0 ? 'database' : undefined);
  const quarantined = what === undefined ? undefined : quarantine(dataFolder, what, at);
  return quarantined === undefined ? {} : { quarantined, broken: ordered === undefined };
}
