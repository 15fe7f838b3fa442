import os from 'node:os';
import { pathToFileURL } from 'node:url';
import { tasks } from './check/tasks.mjs';
import { root } from './lib/paths.mjs';
import { run } from './lib/run.mjs';
import { main, Refusal, seconds } from './lib/say.mjs';
import { firstLine } from './test/tally.mjs';

/**
 * Runs all checks, or those whose name starts with one of `only`; each says one line, and what it found if it failed.
 *
 * @param {readonly string[]} [only]
 * @returns {Promise<readonly import('./test/tally.mjs').Named[]>} those that failed
 */
export async function runChecks(only = []) {
  const queue = tasks().filter(({ name }) => only.length === 0 || only.some((start) => name.startsWith(start)));
  if (queue.length === 0)
    throw new Refusal(
      `check: found ${only.join(' ')}, expected ${tasks()
        .map((task) => task.name)
        .join(', ')}`,
    );
  /** @type {import('./test/tally.mjs').Named[]} */
  const failed = [];
  const worker = async () => {
    for (let task = queue.shift(); task; task = queue.shift()) {
      const { code, output } = await runTask(task);
      if (code !== 0) failed.push({ name: `check > ${task.name}`, reason: firstLine(output) });
    }
  };
  await Promise.all(Array.from({ length: Math.max(2, os.availableParallelism()) }, worker));
  return failed;
}

/** @param {import('./check/tasks.mjs').Task} task */
async function runTask({ name, args }) {
  const start = performance.now();
  const ran = await run(process.execPath, args, {
    cwd: root,
    env: { ...process.env, FORCE_COLOR: '0', NO_COLOR: '1' },
  });
  console.log(`check: ${name.padEnd(16)} ${ran.code === 0 ? 'ok' : 'FAILED'} in ${seconds(start)}`);
  if (ran.code !== 0) console.log(ran.output.trimEnd());
  return ran;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await main(async () => {
    const { installDependencies } = await import('./setup/dependencies.mjs');
    await installDependencies({ quiet: true });
    const failed = await runChecks(process.argv.slice(2));
    return failed.length > 0 ? 1 : 0;
  });
}
