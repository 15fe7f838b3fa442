import fs from 'node:fs';
import path from 'node:path';

/**
 * Whether a program can be started by its name alone.
 *
 * @param {string} program
 */
export function onPath(program) {
  const folders = (process.env.PATH ?? '').split(path.delimiter);
  return folders.some((folder) => folder !== '' && fs.existsSync(path.join(folder, program)));
}
