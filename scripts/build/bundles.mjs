import fs from 'node:fs';
import { inRoot } from '../lib/paths.mjs';
import { bundle } from './bundle.mjs';
import { buildPages } from './page.mjs';

/**
 * @typedef {object} Bundle
 * @property {readonly string[]} inputs folders and files of the checkout that it is made of
 * @property {string} output exists once it was built
 * @property {() => Promise<void>} build
 */

/**
 * All that the app consists of. The command line is a file of its own because it runs on Node, without Electron.
 *
 * @satisfies {Record<string, Bundle>}
 */
export const bundles = {
  main: {
    inputs: ['shared', 'main'],
    output: inRoot('out/main/main.cjs'),
    build: () => bundle(inRoot('main/main.ts'), inRoot('out/main/main.cjs'), { platform: 'electron', licenses: true }),
  },
  preload: {
    inputs: ['shared', 'main/preload.ts'],
    output: inRoot('out/main/preload.cjs'),
    build: () => bundle(inRoot('main/preload.ts'), inRoot('out/main/preload.cjs'), { platform: 'preload' }),
  },
  snapshots: {
    inputs: ['shared', 'main'],
    output: inRoot('out/main/snapshot-worker.cjs'),
    build: () =>
      bundle(inRoot('main/snapshot-worker.ts'), inRoot('out/main/snapshot-worker.cjs'), { platform: 'electron' }),
  },
  renderer: {
    inputs: ['shared', 'renderer', 'assets'],
    output: inRoot('out/renderer/index.html'),
    build: async () => {
      await buildPages(inRoot('renderer'), inRoot('out/renderer'));
      fs.cpSync(inRoot('assets'), inRoot('out/renderer/assets'), { recursive: true });
    },
  },
  cli: {
    inputs: ['shared', 'main'],
    output: inRoot('out/cli/gavel.mjs'),
    build: () => bundle(inRoot('main/cli/cli.ts'), inRoot('out/cli/gavel.mjs'), { platform: 'node', licenses: true }),
  },
};

/** @typedef {keyof typeof bundles} BundleName */
