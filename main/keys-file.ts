import fs from 'node:fs';
import path from 'node:path';
import { ok, refuse, type Result } from '../shared/result';
import { writeAtomically } from './atomic-file';
import { errnoOf } from './errno';

/** `keys.json` of a data folder: the page's own text, which a person may edit. The shell doesn't look into it. */
export interface KeysFile {
  readonly read: () => Result<string>;
  /** @param aside keeps the file that is there as `keys.mistaken.json` */
  readonly keep: (text: string, aside?: boolean) => Promise<Result<true>>;
}

export function keysIn(folder: string): KeysFile {
  const file = path.join(folder, 'keys.json');
  return {
    read: () => {
      try {
        return ok(fs.readFileSync(file, 'utf8'));
      } catch (error) {
        const code = errnoOf(error);
        return code === 'ENOENT'
          ? ok('')
          : refuse('the keys can’t be read; those of the program are used', { file, found: code ?? String(error) });
      }
    },
    keep: async (text, aside = false) => {
      if (aside) fs.copyFileSync(file, path.join(folder, 'keys.mistaken.json'));
      const written = await writeAtomically(file, text);
      return written.ok ? ok(true) : written;
    },
  };
}
