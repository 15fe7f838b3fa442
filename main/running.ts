import fs from 'node:fs';
import path from 'node:path';

/**
 * Marks a data folder as in use. True if the mark was there already: the last run was killed, crashed, or lost its
 * power. For whoever holds the lock of the folder.
 */
export function markRunning(dataFolder: string): boolean {
  const file = markIn(dataFolder);
  const wasThere = fs.existsSync(file);
  fs.mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
  fs.writeFileSync(file, `${String(process.pid)}\n`, { mode: 0o600 });
  return wasThere;
}

/** Takes the mark away: all that was asked to be kept is on the disk. */
export function unmarkRunning(dataFolder: string): void {
  fs.rmSync(markIn(dataFolder), { force: true });
}

function markIn(dataFolder: string): string {
  return path.join(dataFolder, 'running');
}
