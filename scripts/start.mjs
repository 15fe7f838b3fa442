import { ensureBuilt } from './build.mjs';
import { hasDisplay, withScreen } from './lib/display.mjs';
import { root } from './lib/paths.mjs';
import { runInherited } from './lib/run.mjs';
import { main, say } from './lib/say.mjs';
import { setUp } from './setup.mjs';

// `npm start [-- FILE.gavel]`: whatever a bare clone lacks, then the app.
await main(async () => {
  const { runtime, env } = await setUp();
  await ensureBuilt();
  /** @type {string[]} */
  const switches = [];
  if (process.platform === 'linux' && process.getuid?.() === 0) {
    say("running as root: without Chromium's sandbox, which refuses root");
    switches.push('--no-sandbox');
  }
  // npm changes to the checkout; a file on the command line is meant from where the person typed it.
  const cwd = process.env.INIT_CWD ?? process.cwd();
  /** @param {Record<string, string>} display */
  const start = (display) =>
    runInherited(runtime.program, [root, ...switches, ...process.argv.slice(2)], { cwd, env: { ...env, ...display } });
  return hasDisplay() ? start({}) : withScreen(start);
});
