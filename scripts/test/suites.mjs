import { hasScreenServer, withScreen } from '../lib/display.mjs';
import { inRoot, root } from '../lib/paths.mjs';
import { runInherited } from '../lib/run.mjs';
import { emptyTally, TALLY_FILE, takeTally } from './tally.mjs';

/** How often CI tries each property; a developer may say less. */
const PROPERTY_RUNS = '2000';

/**
 * @param {NodeJS.ProcessEnv} env
 * @param {readonly string[]} args passed on to Vitest
 */
export function runUnitTests(env, args) {
  const vitest = inRoot('node_modules/vitest/vitest.mjs');
  return counted([vitest, 'run', ...args], { FC_RUNS: PROPERTY_RUNS, ...env });
}

/**
 * Runs a Playwright project on the real Electron. On Linux that is always under a screen of its own, so that the tests
 * neither steal a developer's keyboard nor depend on their window manager.
 *
 * @param {string} project
 * @param {NodeJS.ProcessEnv} env
 * @param {readonly string[]} args passed on to Playwright
 */
export function runPlaywright(project, env, args) {
  const playwright = inRoot('node_modules/@playwright/test/cli.js');
  /** @param {NodeJS.ProcessEnv} display */
  const go = (display) => counted([playwright, 'test', `--project=${project}`, ...args], { ...env, ...display });
  return hasScreenServer() ? withScreen(go) : go({});
}

/**
 * @param {readonly string[]} args for Node
 * @param {NodeJS.ProcessEnv} env
 */
async function counted(args, env) {
  const file = inRoot('out', '.build', `tally-${process.pid}.json`);
  const code = await runInherited(process.execPath, args, { cwd: root, env: { ...env, [TALLY_FILE]: file } });
  const tally = takeTally(file) ?? emptyTally();
  // Whatever went wrong outside the tests is not allowed to look like a success.
  if (code !== 0 && tally.failed === 0) tally.failed = 1;
  return tally;
}
