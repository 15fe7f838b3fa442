import fs from 'node:fs';
import path from 'node:path';
import { ensureBuilt } from './build.mjs';
import { inRoot } from './lib/paths.mjs';
import { main, Refusal, say, seconds } from './lib/say.mjs';
import { setUp } from './setup.mjs';
import { runPlaywright, runUnitTests } from './test/suites.mjs';
import { emptyTally, sumOf } from './test/tally.mjs';
import { loadProof } from './trust/load.mjs';
import { ROWS } from './trust/table.mjs';
import { isHeld, tableOf, verdicts } from './trust/verdict.mjs';

/** Titles of unit tests that prove something. */
const UNIT = String.raw`TRUST-\d|\b[Rr]ow \d`;
const ANY_ROW = String.raw`\b[Rr]ow \d+:`;

// `npm run test:trust`: every promise of the table, in full, with its figures. `npm run test:trust -- 6 13`: those rows;
// `--short` takes the number of rounds that `npm test` takes.
await main(async () => {
  const start = performance.now();
  const { rows, isShort } = asked(process.argv.slice(2));
  const { env: given } = await setUp({ tests: true });
  await ensureBuilt();
  const env = isShort ? given : { ...given, GAVEL_TRUST: 'full' };
  const named = rows.length === 0 ? undefined : String.raw`\b[Rr]ow (${rows.join('|')})\b`;
  const grep = named === undefined ? [] : ['-g', named, '--pass-with-no-tests'];
  const tallies = [
    await runPlaywright(['trust'], env, grep),
    await runPlaywright(['trust-full'], env, grep),
    await runPlaywright(['e2e'], env, ['-g', named ?? ANY_ROW, '--pass-with-no-tests']),
    await runProofs(env, namedUnits(rows, named)),
  ];
  const { proofs } = sumOf(tallies);
  const found = verdicts([...proofs, loadProof()], rows);
  console.log(`\n${tableOf(found)}`);
  say(`trust: ${seconds(start)}`);
  return isHeld(found) ? 0 : 1;
});

/**
 * The unit tests that prove something of the rows; a file that names none of them is not loaded.
 *
 * @param {NodeJS.ProcessEnv} env
 * @param {string} titles
 */
async function runProofs(env, titles) {
  const files = ['shared', 'main', 'renderer'].flatMap((folder) =>
    fs
      .readdirSync(inRoot(folder), { encoding: 'utf8', recursive: true })
      .filter((name) => /\.test\.tsx?$/.test(name))
      .map((name) => path.join(folder, name))
      .filter((name) => new RegExp(titles).test(fs.readFileSync(inRoot(name), 'utf8'))),
  );
  return files.length === 0 ? emptyTally() : runUnitTests(env, [...files, '-t', titles, '--passWithNoTests']);
}

/**
 * @param {readonly number[]} rows
 * @param {string | undefined} named
 */
function namedUnits(rows, named) {
  if (named === undefined) return UNIT;
  return rows.includes(26) ? String.raw`TRUST-\d|${named}` : named;
}

/** @param {readonly string[]} args */
function asked(args) {
  const isShort = args.includes('--short');
  const rows = args.filter((arg) => arg !== '--short').map(Number);
  const unknown = rows.find((row) => !ROWS.some(([number]) => number === row));
  if (unknown !== undefined)
    throw new Refusal(`test:trust: found ${args.join(' ')}, expected --short and rows from 1 to ${ROWS.length}`);
  return { rows, isShort };
}
