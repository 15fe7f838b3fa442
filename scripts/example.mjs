import { bundle } from './build/bundle.mjs';
import { inRoot } from './lib/paths.mjs';
import { runInherited } from './lib/run.mjs';
import { main } from './lib/say.mjs';
import { setUp } from './setup.mjs';

// `npm run example`: makes assets/example.gavel from scripts/example/lines.txt.
await main(async () => {
  const { env } = await setUp();
  const outFile = inRoot('out', 'example', 'make.mjs');
  await bundle(inRoot('scripts', 'example', 'make.ts'), outFile, { platform: 'node' });
  const files = [inRoot('scripts', 'example', 'lines.txt'), inRoot('assets', 'example.gavel')];
  return runInherited(process.execPath, ['--enable-source-maps', outFile, ...files], { env });
});
