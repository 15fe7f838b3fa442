import fs from 'node:fs';
import path from 'node:path';
import { inRoot } from '../lib/paths.mjs';

/** The folders that make up the app. A check that saw nothing in one of them has checked nothing. */
export const houses = /** @type {const} */ (['shared', 'main', 'renderer']);

/** Where else TypeScript is written. */
export const outbuildings = /** @type {const} */ (['e2e', 'bench']);

/**
 * All TypeScript files of a folder, relative to the checkout.
 *
 * @param {string} folder
 */
export function sourcesIn(folder) {
  if (!fs.existsSync(inRoot(folder))) return [];
  return fs
    .readdirSync(inRoot(folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !name.includes('node_modules'))
    .map((name) => path.posix.join(folder, name.split(path.sep).join('/')))
    .sort();
}
