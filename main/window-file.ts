import fs from 'node:fs';
import path from 'node:path';
import { writeAtomically } from './atomic-file';
import { errnoOf } from './errno';
import { log } from './log';
import { readWindowState, type WindowState } from './window-state';

/** Where the window stood, across starts. */
export interface WindowFile {
  readonly current: () => WindowState;
  readonly keep: (state: WindowState) => void;
  /** Waits until what was kept last is written. */
  readonly settled: () => Promise<void>;
}

/** Opens `window.json` of a data folder. What is wrong with it costs nobody anything: the window then opens as usual. */
export function windowFileIn(folder: string): WindowFile {
  const file = path.join(folder, 'window.json');
  let current = readWindowState(contentOf(file));
  let tail: Promise<void> = Promise.resolve();

  async function write(): Promise<void> {
    const written = await writeAtomically(file, `${JSON.stringify(current)}\n`);
    if (!written.ok) log(written.error);
  }

  return {
    current: () => current,
    keep: (state) => {
      current = state;
      tail = tail.then(write);
    },
    settled: () => tail,
  };
}

function contentOf(file: string): unknown {
  try {
    return JSON.parse(fs.readFileSync(file, 'utf8'));
  } catch (error) {
    if (errnoOf(error) !== 'ENOENT') log(`${file}: not used`, error);
    return undefined;
  }
}
