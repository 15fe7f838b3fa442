import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { inRoot } from '../lib/paths.mjs';

/** What changes a bundle without being part of it. */
const always = ['package-lock.json', 'tsconfig.base.json', 'scripts/build'];
/** Written beside the code, and in no bundle. */
const neverBundled = /\.test\.tsx?$|(^|\/)testing(\/|$)/;

/**
 * A fingerprint of the files a bundle is made of: their names, sizes and times. Unlike the newest time alone it notices
 * a file that is gone, and one that was put back as it was.
 *
 * @param {readonly string[]} inputs
 */
export function fingerprint(inputs) {
  const hash = createHash('sha256');
  for (const input of [...always, ...inputs])
    visit(input, (file, { size, mtimeMs }) => hash.update(`${file}\n${size} ${mtimeMs}\n`));
  return hash.digest('hex');
}

/**
 * @param {string} file relative to the checkout
 * @param {(file: string, stat: fs.Stats) => void} see
 */
function visit(file, see) {
  if (neverBundled.test(file)) return;
  const stat = fs.statSync(inRoot(file), { throwIfNoEntry: false });
  if (stat?.isDirectory()) {
    for (const name of fs.readdirSync(inRoot(file)).sort()) visit(path.posix.join(file, name), see);
  } else if (stat) see(file, stat);
}
