import fs from 'node:fs';
import path from 'node:path';
import { ensureBuilt } from './build.mjs';
import { inRoot } from './lib/paths.mjs';
import { tail } from './lib/run.mjs';
import { main, Refusal, say, seconds } from './lib/say.mjs';
import { NOT_FOR_RELEASE, runBuilder } from './package/builder.mjs';
import { makeTestableCopy } from './package/e2e-variant.mjs';
import { gatherLicenses } from './package/licenses.mjs';
import { writeBillOfMaterials } from './package/sbom.mjs';
import { tableOf } from './package/table.mjs';
import { targets } from './package/targets.mjs';
import { setUp } from './setup.mjs';
import { runPlaywright } from './test/suites.mjs';

/** @typedef {import('./setup/electron/runtime.mjs').Runtime} Runtime */
/** @typedef {import('./package/table.mjs').Outcome} Outcome */

const dist = inRoot('dist');

const FAILED = 'electron-builder failed';

// `npm run package`: the app as a folder, tested, then everything this machine can make of that folder. `-- --dir` makes
// the folder and leaves it at that.
await main(async () => {
  const { runtime, env } = await setUp({ tests: true });
  await ensureBuilt();
  gatherLicenses();
  await writeBillOfMaterials();
  fs.rmSync(dist, { recursive: true, force: true });
  if (runtime.isFallback) say(`package: made from the fallback runtime, so everything is named ${NOT_FOR_RELEASE}`);

  const appDir = await packFolder(runtime);
  if (process.argv[2] === '--dir') {
    console.log(appDir);
    return 0;
  }
  const failed = await testFolder(appDir, env);
  /** @type {Outcome[]} */
  const outcomes = [];
  for (const target of await targets()) {
    outcomes.push(
      target.unavailable ? { target: target.name, reason: target.unavailable } : await pack(target, appDir, runtime),
    );
  }
  console.log(await tableOf([{ target: 'dir', file: nameFolder(appDir, runtime) }, ...outcomes]));
  if (failed > 0) say(`package: ${failed} tests of the packaged app failed`);
  return failed > 0 || outcomes.some(({ reason }) => reason?.startsWith(FAILED)) ? 1 : 0;
});

/** @param {Runtime} runtime */
async function packFolder(runtime) {
  const start = performance.now();
  const { code, output } = await runBuilder(runtime, ['--dir']);
  const folder = fs.existsSync(dist) ? fs.readdirSync(dist).find((name) => /-unpacked$|^mac/.test(name)) : undefined;
  if (code !== 0 || folder === undefined) throw new Refusal(`package: electron-builder failed\n${tail(output, 40)}`);
  say(`package: dir in ${seconds(start)}`);
  return path.join(dist, folder);
}

/**
 * @param {import('./package/targets.mjs').Target} target
 * @param {string} appDir
 * @param {Runtime} runtime
 * @returns {Promise<Outcome>}
 */
async function pack({ name, env }, appDir, runtime) {
  const start = performance.now();
  const before = new Set(fs.readdirSync(dist));
  const system = { linux: '--linux', darwin: '--mac' }[String(process.platform)] ?? '--win';
  const { code, output } = await runBuilder(runtime, [system, name, '--prepackaged', appDir], env);
  const file = fs.readdirSync(dist).find((it) => !before.has(it) && it.toLowerCase().endsWith(`.${ending(name)}`));
  say(`package: ${name} ${code === 0 ? '' : 'FAILED '}in ${seconds(start)}`);
  if (code === 0 && file !== undefined) return { target: name, file: path.join(dist, file) };
  say(tail(output, 40));
  return { target: name, reason: `${FAILED} with exit code ${code}` };
}

/** @param {string} target */
function ending(target) {
  return target === 'nsis' ? 'exe' : target.toLowerCase();
}

/**
 * Starts the packed app from a copy that Playwright can attach to, and holds the real one to its fuses.
 *
 * @param {string} appDir
 * @param {NodeJS.ProcessEnv} env
 */
async function testFolder(appDir, env) {
  if (process.platform !== 'linux') {
    say('package: the packaged app is tested on Linux only');
    return 0;
  }
  const program = 'gavel-desktop';
  const copy = inRoot('out', 'packaged-e2e');
  makeTestableCopy(appDir, copy, program);
  const paths = {
    GAVEL_PACKAGED_DIR: appDir,
    GAVEL_PACKAGED_PROGRAM: path.join(appDir, program),
    GAVEL_PACKAGED_TESTABLE: path.join(copy, program),
  };
  const { passed, failed } = await runPlaywright(['packaged'], { ...env, ...paths }, process.argv.slice(2));
  fs.rmSync(copy, { recursive: true, force: true });
  return passed === 0 ? Math.max(1, failed.length) : failed.length;
}

/**
 * @param {string} appDir
 * @param {Runtime} runtime
 */
function nameFolder(appDir, runtime) {
  if (!runtime.isFallback) return appDir;
  const named = `${appDir}-${NOT_FOR_RELEASE}`;
  fs.renameSync(appDir, named);
  return named;
}
