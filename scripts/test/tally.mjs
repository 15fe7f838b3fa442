import fs from 'node:fs';
import path from 'node:path';
import { stripVTControlCharacters } from 'node:util';

/**
 * Something that did not pass: its file and title, or the part of the run, and the first line of why.
 *
 * @typedef {{ name: string; reason: string }} Named
 */

/**
 * What a run of tests came to. A test that was skipped is named with its reason, so that nothing passes by not being run;
 * so is one that failed, since the end of a long output is what everybody looks at.
 *
 * @typedef {object} Tally
 * @property {number} passed
 * @property {Named[]} failed
 * @property {Named[]} skipped
 * @property {import('../trust/proofs.mjs').Proof[]} proofs the tests among them that name a promise
 */

/** @returns {Tally} */
export const emptyTally = () => ({ passed: 0, failed: [], skipped: [], proofs: [] });

/**
 * The first line of a message that says anything.
 *
 * @param {string | undefined} message
 */
export function firstLine(message) {
  const lines = stripVTControlCharacters(message ?? '').split('\n');
  return lines.find((line) => line.trim() !== '')?.trim() ?? 'no reason given';
}

/** Where a reporter leaves its tally; unset when nobody asked for one. */
export const TALLY_FILE = 'GAVEL_TALLY_FILE';

/** @param {Tally} tally */
export function leaveTally(tally) {
  const file = process.env[TALLY_FILE];
  if (!file) return;
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, JSON.stringify(tally));
}

/**
 * @param {string} file
 * @returns {Tally | null} null when the run ended without leaving one
 */
export function takeTally(file) {
  if (!fs.existsSync(file)) return null;
  const tally = JSON.parse(fs.readFileSync(file, 'utf8'));
  fs.rmSync(file);
  return tally;
}

/** @param {readonly Tally[]} tallies */
export function sumOf(tallies) {
  return tallies.reduce(
    (sum, tally) => ({
      passed: sum.passed + tally.passed,
      failed: [...sum.failed, ...tally.failed],
      skipped: [...sum.skipped, ...tally.skipped],
      proofs: [...sum.proofs, ...tally.proofs],
    }),
    emptyTally(),
  );
}
