import { installDependencies } from './setup/dependencies.mjs';
import { main, Refusal } from './lib/say.mjs';
import { runUnitTests } from './test/suites.mjs';

// `npm run fuzz -- --runs N [PART OF A FILE'S NAME]`: every gate with N hostile inputs (2,000, as in `npm test`). What
// fails is shrunk and kept in shared/testing/regressions, where the next run begins.
await main(async () => {
  const [flag, runs = '', ...files] = process.argv.slice(2);
  if (flag !== undefined && (flag !== '--runs' || !/^[1-9]\d*$/.test(runs))) {
    throw new Refusal(
      `fuzz: found ${process.argv.slice(2).join(' ')}, expected --runs NUMBER, and parts of file names`,
    );
  }
  await installDependencies({ quiet: true });
  const env = { ...process.env, ...(flag !== undefined && { FC_RUNS: runs }) };
  const { failed } = await runUnitTests(env, files.length > 0 ? files.map((name) => `${name}.fuzz`) : ['.fuzz.']);
  return failed.length > 0 ? 1 : 0;
});
