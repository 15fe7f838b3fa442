import fs from 'node:fs';
import path from 'node:path';
import { inRoot, root } from '../../lib/paths.mjs';
import { run } from '../../lib/run.mjs';
import { say, seconds } from '../../lib/say.mjs';

/** Where the npm package `electron` keeps the binary of its own version. */
export const officialDist = inRoot('node_modules', 'electron', 'dist');

const PATIENCE_MS = 300_000;

/** What the runtime's program is called below its folder. */
export const program =
  { darwin: 'Electron.app/Contents/MacOS/Electron', win32: 'electron.exe' }[String(process.platform)] ?? 'electron';

export function isOfficialThere() {
  return fs.existsSync(path.join(officialDist, program)) && versionOf(officialDist) === wantedVersion();
}

/** The version that package.json pins. */
function wantedVersion() {
  return String(JSON.parse(fs.readFileSync(inRoot('node_modules', 'electron', 'package.json'), 'utf8')).version);
}

/**
 * The version of the Electron in a folder, or '' if there is none.
 *
 * @param {string} dist
 */
export function versionOf(dist) {
  try {
    return fs.readFileSync(path.join(dist, 'version'), 'utf8').trim().replace(/^v/, '');
  } catch {
    return '';
  }
}

/**
 * Downloads the official binary with Electron's own installer, which holds it against its own checksums.
 *
 * @returns {Promise<string | null>} why it could not be had, or null when it is there
 */
export async function downloadOfficial() {
  const start = performance.now();
  const installer = inRoot('node_modules', 'electron', 'install.js');
  const { output } = await run(process.execPath, [installer], { cwd: root, timeout: PATIENCE_MS });
  if (!isOfficialThere()) return output.split('\n')[0] || 'the download ended without a word';
  say(`set-up: official Electron ${wantedVersion()} downloaded in ${seconds(start)}`);
  return null;
}
