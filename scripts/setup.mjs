import { pathToFileURL } from 'node:url';
import { hasDisplay } from './lib/display.mjs';
import { main } from './lib/say.mjs';
import { installDependencies } from './setup/dependencies.mjs';
import { electronRuntime } from './setup/electron/runtime.mjs';
import { installSystem, missingFromSystem } from './setup/system.mjs';

/**
 * Makes a bare clone ready: npm packages, the Electron runtime, system packages. Each step looks first and does only
 * what is missing, so that all of it costs nothing on the second run. It uses nothing but Node until packages are there.
 *
 * @param {{ tests?: boolean }} [options] tests: also what only tests need
 */
export async function setUp({ tests = false } = {}) {
  const missing = await missingFromSystem({ display: !hasDisplay(), tests });
  const [runtime] = await Promise.all([installDependencies().then(electronRuntime), installSystem(missing)]);
  return { runtime, env: environmentFor(runtime) };
}

/**
 * The environment in which npm's `electron`, Playwright and our own scripts all find the same runtime.
 *
 * @param {import('./setup/electron/runtime.mjs').Runtime} runtime
 */
function environmentFor(runtime) {
  return { ...process.env, ELECTRON_OVERRIDE_DIST_PATH: runtime.dist };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await main(async () => void (await setUp({ tests: true })));
}
