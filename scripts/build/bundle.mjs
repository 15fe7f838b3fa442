import fs from 'node:fs';
import path from 'node:path';
import { root } from '../lib/paths.mjs';

/**
 * Where a bundle is going to run:
 * - `node`: the command line and benchmarks; nothing but Node's own modules stays outside the file
 * - `electron`: Electron's main process; `electron` stays outside too
 * - `preload`: the sandboxed half of a page's process, which knows `electron` and no other module
 * - `browser`: a page
 *
 * @typedef {'node' | 'electron' | 'preload' | 'browser'} Platform
 */

/** The oldest engines we support: those of Electron 33. */
const targets = { node: 'node20.18', electron: 'node20.18', preload: 'chrome130', browser: 'chrome130' };

/**
 * Bundles a module and all that it imports into one file: an ES module if its name ends in `.mjs` or `.js`, CommonJS if
 * in `.cjs`. Where the source starts with `#!`, the file does too, and may be run.
 *
 * @param {string} entry
 * @param {string} outFile
 * @param {{ platform: Platform; sourcemap?: boolean | 'hidden'; minify?: boolean; licenses?: boolean }} options
 *   licenses: write the licences of what was bundled beside it, as `<outFile>.licenses.md`
 */
export async function bundle(entry, outFile, { platform, sourcemap = true, minify = false, licenses = false }) {
  const { build } = await import('vite');
  const onServer = platform === 'node' || platform === 'electron';
  const fileName = path.basename(outFile);
  await build({
    configFile: false,
    envDir: false,
    publicDir: false,
    root,
    logLevel: 'warn',
    define: { 'process.env.NODE_ENV': '"production"' },
    ssr: { noExternal: true },
    build: {
      ...(onServer
        ? { ssr: entry }
        : { lib: { entry, formats: [fileName.endsWith('.cjs') ? 'cjs' : 'es'], fileName: () => fileName } }),
      outDir: path.dirname(outFile),
      emptyOutDir: false,
      target: targets[platform],
      minify,
      sourcemap,
      license: licenses && { fileName: `${fileName}.licenses.md` },
      reportCompressedSize: false,
      rolldownOptions: {
        external: platform === 'electron' || platform === 'preload' ? ['electron', /^electron\//] : [],
        output: {
          format: fileName.endsWith('.cjs') ? 'cjs' : 'es',
          entryFileNames: fileName,
          codeSplitting: false,
        },
      },
    },
  });
  if (fs.readFileSync(outFile).subarray(0, 2).toString() === '#!') fs.chmodSync(outFile, 0o755);
}
