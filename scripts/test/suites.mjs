import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { hasScreenServer, withScreen } from '../lib/display.mjs';
import { inRoot, root } from '../lib/paths.mjs';
import { runInherited } from '../lib/run.mjs';
import { emptyTally, TALLY_FILE, takeTally } from './tally.mjs';

/** Names the screens for playwright.config.ts and for the tests, each of whose workers takes one. */
const SCREENS = 'GAVEL_TEST_SCREENS';

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
 * Runs Playwright projects on the real Electron, in one run, so that no screen stands idle while the other ends. On Linux that is always under screens of its own, so that the tests
 * neither steal a developer's keyboard nor depend on their window manager: two, since the keyboard goes where the focus
 * of a screen is, and two apps that are tested beside each other each need theirs.
 *
 * @param {readonly string[]} projects
 * @param {NodeJS.ProcessEnv} env
 * @param {readonly string[]} args passed on to Playwright
 */
export function runPlaywright(projects, env, args) {
  const playwright = inRoot('node_modules/@playwright/test/cli.js');
  /** @param {NodeJS.ProcessEnv} display */
  const go = (display) =>
    counted([playwright, 'test', ...projects.map((name) => `--project=${name}`), ...args], { ...env, ...display });
  if (!hasScreenServer()) return go({});
  return withTemporary((temporary) =>
    withScreen((one) => withScreen((two) => go({ ...temporary, ...one, [SCREENS]: `${one.DISPLAY} ${two.DISPLAY}` }))),
  );
}

/**
 * Gives a run a temporary folder of its own: what a test leaves whose worker had to be killed goes with it, and a disk
 * that is mounted in it. Playwright's cache of compiled tests is for the next run too.
 *
 * @template T
 * @param {(env: NodeJS.ProcessEnv) => Promise<T>} body
 */
async function withTemporary(body) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'gavel-run-'));
  // one test starts the app as somebody else
  fs.chmodSync(folder, 0o711);
  try {
    return await body({ TMPDIR: folder, PWTEST_CACHE_DIR: inRoot('out', '.build', 'playwright') });
  } finally {
    const mounts = fs
      .readFileSync('/proc/mounts', 'utf8')
      .split('\n')
      .map((line) => line.split(' ')[1] ?? '');
    for (const mount of mounts) if (mount.startsWith(`${folder}/`)) spawnSync('umount', ['-l', mount]);
    fs.rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
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
  if (code !== 0 && tally.failed.length === 0)
    tally.failed.push({ name: path.basename(args[0] ?? ''), reason: `it ended with ${code}` });
  return tally;
}
