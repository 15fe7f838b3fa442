import { ensureBuilt } from './build.mjs';
import { main, say } from './lib/say.mjs';
import { setUp } from './setup.mjs';
import { runPlaywright } from './test/suites.mjs';

// `npm run demo`: the main job, played in the real app. Pictures and the mail are left in out/demo/.
await main(async () => {
  const { env } = await setUp({ tests: true });
  await ensureBuilt();
  const { passed, failed } = await runPlaywright(['demo'], env, process.argv.slice(2));
  if (passed > 0 && failed.length === 0) say('demo: the pictures and the mail are in out/demo/');
  return passed > 0 && failed.length === 0 ? 0 : 1;
});
