import { INPUTS, NOT_BUILT, ROWS } from './table.mjs';

/** @typedef {import('./proofs.mjs').Proof} Proof */
/** @typedef {{ row: number; item: string; promise: string; outcome: string; figures: readonly string[] }} Verdict */

const BAD_INPUT = 26;

/**
 * Each row with what its tests came to. A row of which no test ran has failed: nothing is held by not being looked at.
 *
 * @param {readonly Proof[]} proofs
 * @param {readonly number[]} asked rows; all, if empty
 * @returns {readonly Verdict[]}
 */
export function verdicts(proofs, asked) {
  return ROWS.filter(([row]) => asked.length === 0 || asked.includes(row)).map(([row, item, promise]) => {
    const own = proofs.filter(({ rows, inputs }) => rows.includes(row) || (row === BAD_INPUT && inputs.length > 0));
    const figures = own.flatMap((proof) => proof.figures);
    const more = row === BAD_INPUT ? [inputsOf(own)] : [];
    return { row, item, promise, outcome: outcomeOf(row, own), figures: [...more, ...figures] };
  });
}

/** @param {readonly Verdict[]} rows */
export function isHeld(rows) {
  return rows.every(({ outcome }) => !outcome.startsWith('FAILED'));
}

/**
 * @param {number} row
 * @param {readonly Proof[]} own
 */
function outcomeOf(row, own) {
  const failed = own.filter(({ outcome }) => outcome === 'failed');
  if (failed.length > 0) return `FAILED: ${failed.map(({ title }) => title).join('; ')}`;
  const missing = row === BAD_INPUT ? missingInputs(own) : [];
  if (missing.length > 0) return `FAILED: no test for the inputs ${missing.join(', ')}`;
  const skipped = own.filter(({ outcome }) => outcome === 'skipped');
  if (skipped.length > 0) return `not provable here: ${[...new Set(skipped.map(({ reason }) => reason))].join('; ')}`;
  return own.length > 0 ? 'held' : 'FAILED: no test ran';
}

/** @param {readonly Proof[]} own */
function missingInputs(own) {
  const proved = new Set(own.filter(({ outcome }) => outcome === 'passed').flatMap(({ inputs }) => inputs));
  return Array.from({ length: INPUTS }, (_, n) => n + 1).filter((n) => !proved.has(n));
}

/** @param {readonly Proof[]} own */
function inputsOf(own) {
  return `${INPUTS - missingInputs(own).length} of ${INPUTS} hostile inputs as stated`;
}

/**
 * @param {readonly Verdict[]} rows
 * @returns {string} one paragraph a row: number, item, promise; then its outcome and figures, indented
 */
export function tableOf(rows) {
  const wide = Math.max(...rows.map(({ item }) => item.length));
  const lines = rows.flatMap(({ row, item, promise, outcome, figures }) => [
    `${String(row).padStart(2)}  ${item.padEnd(wide)}  ${promise}`,
    ...[outcome, ...figures].map((line) => `      ${line}`),
  ]);
  const absent = Object.entries(NOT_BUILT).map(
    ([row, item]) => `${row}  ${item.padEnd(wide)}  not built, so nothing to prove`,
  );
  const count = (/** @type {string} */ start) => rows.filter(({ outcome }) => outcome.startsWith(start)).length;
  const sum = `${count('held')} held, ${count('FAILED')} FAILED, ${count('not provable')} not provable here`;
  return [...lines, ...absent, '', `${sum}, of ${rows.length} rows`].join('\n');
}
