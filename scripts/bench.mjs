import { bundle } from './build/bundle.mjs';
import { ensureBuilt } from './build.mjs';
import { hasScreenServer, withScreen } from './lib/display.mjs';
import { inRoot, root } from './lib/paths.mjs';
import { runInherited } from './lib/run.mjs';
import { main } from './lib/say.mjs';
import { setUp } from './setup.mjs';

// `npm run bench [-- NAME ...]`: bench/run.ts, bundled with the code it measures, on the runtime and screen of the tests.
await main(async () => {
  const { env } = await setUp({ tests: true });
  await ensureBuilt();
  const outFile = inRoot('out', 'bench', 'run.mjs');
  await bundle(inRoot('bench', 'run.ts'), outFile, { platform: 'node' });
  /** @param {NodeJS.ProcessEnv} display */
  const go = (display) =>
    runInherited(process.execPath, ['--expose-gc', '--enable-source-maps', outFile, ...process.argv.slice(2)], {
      cwd: root,
      env: { ...env, ...display },
    });
  return hasScreenServer() ? withScreen(go) : go({});
});
