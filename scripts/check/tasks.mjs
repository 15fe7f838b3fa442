import { inRoot } from '../lib/paths.mjs';
import { outbuildings, sourcesIn } from './houses.mjs';

/**
 * @typedef {object} Task
 * @property {string} name
 * @property {readonly string[]} args for Node
 */

/**
 * One TypeScript program per environment: what each may see is said in its own file. They are checked by TypeScript 7, in
 * a fifth of the time; layers, and the parser of the small lint, need the TypeScript 6 beside it.
 */
const programs = {
  shared: 'shared/tsconfig.json',
  main: 'main/tsconfig.json',
  preload: 'main/tsconfig.preload.json',
  renderer: 'renderer/tsconfig.json',
  tests: 'tsconfig.json',
  e2e: 'e2e/tsconfig.json',
  bench: 'bench/tsconfig.json',
  tools: 'scripts/tsconfig.json',
};

/**
 * All checks, the longest first, so that two processors are done at about the same time.
 *
 * @returns {readonly Task[]}
 */
export function tasks() {
  return [
    { name: 'lint: types', args: [inRoot('scripts/check/lint.mjs')] },
    { name: 'lint: selectors', args: [bin('eslint', 'bin/eslint.js'), '--max-warnings=0', '--no-warn-ignored', '.'] },
    ...Object.entries(programs)
      .filter(([name]) => !isEmptyOutbuilding(name))
      .map(([name, file]) => types(name, file)),
    { name: 'unused', args: [bin('knip', 'bin/knip.js'), '--no-progress', '--no-config-hints'] },
    { name: 'formatting', args: [bin('prettier', 'bin/prettier.cjs'), '--check', '--log-level=warn', '.'] },
    { name: 'layers', args: [inRoot('scripts/check/layers.mjs')] },
    { name: 'files', args: [inRoot('scripts/check/files.mjs')] },
  ];
}

/** TypeScript calls a program without files an error. Of the app's own folders that is right, and `layers` says it too. */
function isEmptyOutbuilding(/** @type {string} */ name) {
  return outbuildings.some((folder) => folder === name) && sourcesIn(name).length === 0;
}

/**
 * @param {string} name
 * @param {string} file
 * @returns {Task}
 */
function types(name, file) {
  return {
    name: `types: ${name}`,
    args: [bin('typescript-native', 'bin/tsc'), '--project', file, '--noEmit', '--pretty', 'false'],
  };
}

/**
 * @param {string} packageName
 * @param {string} file
 */
function bin(packageName, file) {
  return inRoot('node_modules', packageName, file);
}
