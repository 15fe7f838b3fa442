import fs from 'node:fs';
import path from 'node:path';
import { Refusal, say } from '../../lib/say.mjs';
import { fallbackDist, fallbackFits, fallbackLine, isFallbackMade, makeFallback } from './fallback.mjs';
import { downloadOfficial, isOfficialThere, officialDist, program, versionOf } from './official.mjs';

/**
 * @typedef {object} Runtime
 * @property {string} dist the folder that holds Electron
 * @property {string} program the file to run
 * @property {string} version
 * @property {boolean} isFallback such a runtime must never reach a user
 */

/**
 * Finds an Electron to run, or gets one. `ELECTRON_RUNTIME` says which may be used: `official`, `fallback`, or `auto`
 * (the default: the official one where it can be had). `ELECTRON_OVERRIDE_DIST_PATH` names a folder to use as it is.
 *
 * @returns {Promise<Runtime>}
 */
export async function electronRuntime() {
  const given = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  const dist = given && fs.existsSync(path.join(given, program)) ? path.resolve(given) : await find();
  const isFallback = dist === fallbackDist;
  const official = `Electron ${versionOf(dist)}, ${dist === officialDist ? 'official' : `in ${dist}`}`;
  say(`set-up: ${isFallback ? fallbackLine : official}`);
  return { dist, program: path.join(dist, program), version: versionOf(dist), isFallback };
}

async function find() {
  const mode = process.env.ELECTRON_RUNTIME || 'auto';
  if (!['official', 'fallback', 'auto'].includes(mode)) {
    throw new Refusal(`ELECTRON_RUNTIME: found ${mode}, expected official, fallback or auto`);
  }
  if (mode !== 'fallback' && isOfficialThere()) return officialDist;
  // A fallback that was made shows that the download failed here before: it is not tried again until it is asked for.
  const isSettled = mode === 'fallback' || (mode === 'auto' && fallbackFits && isFallbackMade());
  if (!isSettled) {
    const failure = await downloadOfficial();
    if (failure === null) return officialDist;
    if (mode === 'official' || !fallbackFits) throw new Refusal(`set-up: no official Electron: ${failure}`);
    say(`set-up: no official Electron (${failure})`);
  }
  if (!fallbackFits) throw new Refusal('set-up: the fallback runtime is for Linux on x64 only');
  await makeFallback();
  return fallbackDist;
}
