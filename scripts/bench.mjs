import fs from 'node:fs';
import path from 'node:path';
import { bundle } from './build/bundle.mjs';
import { buildPages } from './build/page.mjs';
import { ensureBuilt } from './build.mjs';
import { hasScreenServer, withScreen } from './lib/display.mjs';
import { inRoot, root } from './lib/paths.mjs';
import { runInherited } from './lib/run.mjs';
import { main } from './lib/say.mjs';
import { setUp } from './setup.mjs';

const out = inRoot('out', 'bench');

// `npm run bench [-- NAME ...]`: bench/run.ts, bundled with the code it measures, on the runtime and screen of the tests.
await main(async () => {
  const { env } = await setUp({ tests: true });
  await ensureBuilt();
  fs.rmSync(out, { recursive: true, force: true });
  await Promise.all([
    bundle(inRoot('bench', 'run.ts'), path.join(out, 'run.mjs'), { platform: 'node' }),
    ...baselinePages(),
    ...baselineShells(),
  ]);
  /** @param {NodeJS.ProcessEnv} display */
  const go = (display) =>
    runInherited(
      process.execPath,
      ['--expose-gc', '--enable-source-maps', path.join(out, 'run.mjs'), ...process.argv.slice(2)],
      { cwd: root, env: { ...env, ...display } },
    );
  return hasScreenServer() ? withScreen(go) : go({});
});

/** What we are measured against in a page: bench/pages/NAME/index.html becomes out/bench/pages/NAME/. */
function baselinePages() {
  return entries('pages').map((name) => buildPages(inRoot('bench', 'pages', name), path.join(out, 'pages', name)));
}

/** What we are measured against in Electron: bench/shells/NAME.ts becomes out/bench/shells/NAME.cjs, to be started alone. */
function baselineShells() {
  return entries('shells').map((file) =>
    bundle(inRoot('bench', 'shells', file), path.join(out, 'shells', file.replace(/\.ts$/, '.cjs')), {
      platform: 'electron',
    }),
  );
}

/** @param {string} folder in bench/ */
function entries(folder) {
  const where = inRoot('bench', folder);
  return fs.existsSync(where) ? fs.readdirSync(where) : [];
}
