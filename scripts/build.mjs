import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { withLock } from './lib/lock.mjs';
import { inRoot } from './lib/paths.mjs';
import { main, Refusal, say, seconds } from './lib/say.mjs';
import { bundles } from './build/bundles.mjs';
import { fingerprint } from './build/freshness.mjs';

/** @typedef {import('./build/bundles.mjs').BundleName} BundleName */

const all = /** @type {BundleName[]} */ (Object.keys(bundles));
const stampOf = (/** @type {BundleName} */ name) => inRoot('out', '.build', `${name}.sha256`);

/**
 * Builds what is not fresh, and says nothing if all is.
 *
 * @param {{ only?: readonly BundleName[]; quiet?: boolean }} [options]
 */
export async function ensureBuilt({ only = all, quiet = false } = {}) {
  if (only.every(isFresh)) return;
  await withLock(inRoot('out', '.build', 'build.lock'), async () => {
    const stale = only.filter((name) => !isFresh(name));
    const start = performance.now();
    await Promise.all(stale.map(buildOne));
    if (!quiet && stale.length > 0) say(`build: ${stale.join(', ')} in ${seconds(start)}`);
  });
}

/** @param {BundleName} name */
function isFresh(name) {
  const { inputs, output } = bundles[name];
  const stamp = stampOf(name);
  return fs.existsSync(output) && fs.existsSync(stamp) && fs.readFileSync(stamp, 'utf8') === fingerprint(inputs);
}

/** @param {BundleName} name */
async function buildOne(name) {
  const { inputs, build } = bundles[name];
  // Taken before the build, so that what is changed during it counts as not yet built.
  const made = fingerprint(inputs);
  fs.rmSync(stampOf(name), { force: true });
  try {
    await build();
  } catch (error) {
    throw new Refusal(`build: ${name} failed\n${error instanceof Error ? error.message : String(error)}`);
  }
  fs.mkdirSync(path.dirname(stampOf(name)), { recursive: true });
  fs.writeFileSync(stampOf(name), made);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await main(async () => {
    const { installDependencies } = await import('./setup/dependencies.mjs');
    await installDependencies({ quiet: true });
    const only = process.argv.slice(2);
    const unknown = only.find((name) => !(name in bundles));
    if (unknown !== undefined) throw new Refusal(`build: found ${unknown}, expected ${all.join(', ')}`);
    await ensureBuilt(only.length > 0 ? { only: /** @type {BundleName[]} */ (only) } : {});
  });
}
