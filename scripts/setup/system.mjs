import { onPath } from '../lib/on-path.mjs';
import { run, tail } from '../lib/run.mjs';
import { Refusal, say, seconds } from '../lib/say.mjs';

/**
 * What Electron needs from Debian or Ubuntu. Where a name has a `t64` twin, newer releases carry only that one.
 *
 * @type {readonly Named[]}
 */
const libraries = [
  ['libgtk-3-0', 'libgtk-3-0t64'],
  ['libnss3'],
  ['libasound2', 'libasound2t64'],
  ['libgbm1'],
  ['fonts-dejavu-core'],
];
/** A screen in memory, where there is none. */
const screen = /** @type {const} */ ([['xvfb']]);
/** Programs that the tests hold our mails against. */
const referees = /** @type {const} */ ([['git'], ['python3']]);

/** @typedef {readonly [string, ...string[]]} Named a package, with its other names */

/**
 * Looks which system packages are missing. Where we may not install them it says what to type, before anything else is
 * begun that would be in vain.
 *
 * @param {{ display: boolean; tests: boolean }} needs display: a screen in memory; tests: what only tests use
 * @returns {Promise<readonly Named[]>} what `installSystem` is to install
 */
export async function missingFromSystem({ display, tests }) {
  if (process.platform !== 'linux') return [];
  const missing = await missingPackages([...libraries, ...(display || tests ? screen : [])]);
  if (missing === null) {
    say('set-up: no dpkg here; Electron needs GTK 3, NSS, ALSA, GBM, a font, and Xvfb where there is no display');
    return [];
  }
  if (tests) missing.push(...referees.filter(([program]) => !onPath(program)));
  if (missing.length > 0 && (process.getuid?.() !== 0 || !onPath('apt-get'))) {
    throw new Refusal(
      'set-up: system packages are missing. Please type this and start again:\n' +
        `  sudo apt-get update && sudo apt-get install --no-install-recommends ${missing.map(([name]) => name).join(' ')}`,
    );
  }
  if (missing.length === 0) say('set-up: system libraries, fonts and screen are there');
  return missing;
}

/**
 * Installs system packages, as root and with apt.
 *
 * @param {readonly Named[]} packages
 */
export async function installSystem(packages) {
  if (packages.length === 0) return;
  const start = performance.now();
  say(`set-up: installing system packages: ${packages.map(([name]) => name).join(' ')} ...`);
  // A list that could not be renewed may still be good enough to install from; if not, that error is the clearer one.
  const update = await apt(['update']);
  const names = await Promise.all(packages.map(knownName));
  const { code, output } = await apt(['install', '--yes', '--no-install-recommends', ...names]);
  if (code !== 0) {
    throw new Refusal(
      `set-up: apt-get failed with exit code ${code}\n${tail(update.code === 0 ? '' : update.output)}\n${tail(output)}`,
    );
  }
  say(`set-up: system packages installed in ${seconds(start)}`);
}

/** @param {readonly string[]} args */
function apt(args) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  return run('apt-get', ['--quiet', '-o', 'DPkg::Lock::Timeout=120', ...args], { env });
}

/** @param {Named} names */
async function knownName([name, ...others]) {
  for (const candidate of [name, ...others]) {
    const { output } = await run('apt-cache', ['policy', candidate]);
    if (/^ *Candidate: (?!\(none\))/m.test(output)) return candidate;
  }
  return name;
}

/**
 * @param {readonly Named[]} packages
 * @returns {Promise<Named[] | null>} null where packages are not Debian's
 */
async function missingPackages(packages) {
  if (!onPath('dpkg-query')) return null;
  const { output } = await run('dpkg-query', [
    '--show',
    '--showformat=${Package} ${db:Status-Status}\\n',
    ...packages.flat(),
  ]);
  const present = new Set(
    output
      .split('\n')
      .filter((line) => line.endsWith(' installed'))
      .map((line) => line.split(' ')[0]),
  );
  return packages.filter((names) => !names.some((name) => present.has(name)));
}
