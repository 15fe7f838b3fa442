import { ensureBuilt } from './build.mjs';
import { runChecks } from './check.mjs';
import { main, Refusal, say, seconds } from './lib/say.mjs';
import { setUp } from './setup.mjs';
import { runPlaywright, runUnitTests } from './test/suites.mjs';
import { emptyTally, firstLine, sumOf } from './test/tally.mjs';

/** @typedef {(env: NodeJS.ProcessEnv, args: readonly string[]) => Promise<import('./test/tally.mjs').Tally>} Part */

/**
 * The parts of `npm test`, in order. Checks and the build are no tests, so they add nothing to what passed; but one that
 * fails is counted, since a last line without a failure must mean that there was none.
 *
 * @type {Record<string, Part>}
 */
const parts = {
  check: async (_env, args) => ({ ...emptyTally(), failed: [...(await runChecks(args))] }),
  unit: runUnitTests,
  build: async () => {
    await ensureBuilt();
    return emptyTally();
  },
  app: appTests('e2e', 'trust'),
};

/** Parts of a part, for who looks at one of them. */
const halves = { e2e: appTests('e2e'), trust: appTests('trust') };

/**
 * Tests of the app itself, which is built first.
 *
 * @param {...string} projects of Playwright
 * @returns {Part}
 */
function appTests(...projects) {
  return async (env, args) => {
    await ensureBuilt();
    return runPlaywright(projects, env, args);
  };
}

// `npm test`: everything. `npm test -- PART [ARGS]`: one part, with arguments for the tool behind it.
await main(async () => {
  const [only, ...args] = process.argv.slice(2);
  const named = { ...parts, ...halves };
  if (only !== undefined && !(only in named)) {
    throw new Refusal(`test: found ${only}, expected ${Object.keys(named).join(', ')} or nothing`);
  }
  const { env } = await setUp({ tests: true });
  const tallies = [];
  const times = [];
  for (const [name, part] of Object.entries(only === undefined ? parts : named)) {
    if (only !== undefined && name !== only) continue;
    const start = performance.now();
    tallies.push(await finish(name, part(env, args)));
    times.push(`${name} ${seconds(start)}`);
  }
  return report(sumOf(tallies), times, only !== 'check' && only !== 'build');
});

/**
 * A part that breaks is one failure; the other parts still have something to say.
 *
 * @param {string} name
 * @param {ReturnType<Part>} tally
 */
async function finish(name, tally) {
  try {
    return await tally;
  } catch (error) {
    const reason = error instanceof Refusal ? error.message : String(error instanceof Error ? error.stack : error);
    say(`${name}: ${reason}`);
    return { ...emptyTally(), failed: [{ name, reason: firstLine(reason) }] };
  }
}

/**
 * @param {import('./test/tally.mjs').Tally} tally
 * @param {readonly string[]} times
 * @param {boolean} expectTests
 */
function report({ passed, failed, skipped }, times, expectTests) {
  for (const { name, reason } of skipped) console.log(`skipped: ${name}: ${reason}`);
  for (const { name, reason } of failed) console.log(`failed: ${name}: ${reason}`);
  console.log(`time: ${times.join(', ')}`);
  const none = expectTests && passed + failed.length === 0;
  if (none) console.log('not one test ran');
  console.log(`${passed} passed, ${failed.length} failed${skipped.length > 0 ? `, ${skipped.length} skipped` : ''}`);
  return failed.length > 0 || none ? 1 : 0;
}
