import { createHash } from 'node:crypto';
import fs from 'node:fs';
import { withLock } from '../lib/lock.mjs';
import { inRoot, root } from '../lib/paths.mjs';
import { runNpm, tail } from '../lib/run.mjs';
import { Refusal, say, seconds } from '../lib/say.mjs';

const lockfile = inRoot('package-lock.json');
const installed = inRoot('node_modules', '.package-lock.json');
const stamp = inRoot('node_modules', '.gavel-lockfile-sha256');

/**
 * Installs what the lockfile names, and nothing else: no install script runs.
 *
 * @param {{ quiet?: boolean }} [options] quiet: say something only when there is work to do
 */
export async function installDependencies({ quiet = false } = {}) {
  if (fits()) {
    if (!quiet) say('set-up: npm packages fit the lockfile');
    return;
  }
  await withLock(inRoot('out', '.build', 'npm.lock'), async () => {
    if (fits()) return;
    const start = performance.now();
    say('set-up: installing npm packages from the lockfile ...');
    const { code, output } = await runNpm(['ci', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: root });
    if (code !== 0) throw new Refusal(`set-up: npm ci failed with exit code ${code}\n${tail(output)}`);
    fs.writeFileSync(stamp, hashOfLockfile());
    say(`set-up: npm packages installed in ${seconds(start)}`);
  });
}

/** Whether node_modules holds what the lockfile names. */
function fits() {
  const hash = hashOfLockfile();
  if (read(stamp) === hash) return true;
  if (!samePackages()) return false;
  fs.writeFileSync(stamp, hash);
  return true;
}

function hashOfLockfile() {
  return createHash('sha256').update(fs.readFileSync(lockfile)).digest('hex');
}

/**
 * Compares the lockfile with npm's own note of what it installed, so that a folder made by `npm install` is not
 * deleted only because it was not made by us. Packages for other platforms are in the first and not in the second.
 */
function samePackages() {
  const note = read(installed);
  if (note === null) return false;
  const wanted = packagesOf(fs.readFileSync(lockfile, 'utf8'));
  const present = packagesOf(note);
  delete wanted[''];
  return (
    Object.entries(wanted).every(([name, it]) =>
      present[name] ? present[name].version === it.version : it.optional,
    ) && Object.keys(present).every((name) => name in wanted)
  );
}

/**
 * @param {string} text
 * @returns {Record<string, { version: string; optional?: boolean }>}
 */
function packagesOf(text) {
  return JSON.parse(text).packages;
}

/** @param {string} file */
function read(file) {
  try {
    return fs.readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}
