import fs from 'node:fs';
import path from 'node:path';
import { thirdParty } from './third-party.mjs';

/**
 * Builds all HTML pages of a folder, with their scripts, styles and fonts, for Electron 33 and later.
 *
 * @param {string} folder
 * @param {string} outDir emptied first
 */
export async function buildPages(folder, outDir) {
  const [{ build }, { default: react }] = await Promise.all([import('vite'), import('@vitejs/plugin-react')]);
  const pages = fs.readdirSync(folder).filter((name) => name.endsWith('.html'));
  await build({
    configFile: false,
    envDir: false,
    publicDir: false,
    root: folder,
    base: './',
    logLevel: 'warn',
    plugins: [react()],
    define: { THIRD_PARTY: JSON.stringify(thirdParty()) },
    worker: { format: 'es' },
    build: {
      outDir,
      emptyOutDir: true,
      // `assets/` is the project's own folder of that name, which is copied there.
      assetsDir: 'static',
      // A data: URL is not 'self' to the content security policy.
      assetsInlineLimit: 0,
      target: 'chrome130',
      modulePreload: { polyfill: false },
      sourcemap: true,
      license: { fileName: 'page.licenses.md' },
      reportCompressedSize: false,
      chunkSizeWarningLimit: 2000,
      rolldownOptions: {
        input: pages.map((name) => path.join(folder, name)),
        // a slow machine is no news to whoever builds
        checks: { bundlerTimings: false },
      },
    },
  });
}
