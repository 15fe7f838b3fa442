/**
 * What one test proved: a test whose title names a row of the table or a hostile input.
 *
 * @typedef {object} Proof
 * @property {readonly number[]} rows
 * @property {readonly number[]} inputs
 * @property {string} title
 * @property {'passed' | 'failed' | 'skipped'} outcome
 * @property {string} [reason] why it was skipped
 * @property {readonly string[]} figures what it measured
 */

/**
 * The rows and inputs that a title names: "Row 8, row 9: ...", "TRUST-12 and 19: ...".
 *
 * @param {string} title
 */
export function namedIn(title) {
  return {
    rows: numbers(title, /\brow (\d+)/gi),
    inputs: numbers(title, /TRUST-(\d+)(?: and (\d+))?/g),
  };
}

/**
 * @param {string} title
 * @param {RegExp} pattern
 */
function numbers(title, pattern) {
  return [...title.matchAll(pattern)].flatMap(([, ...found]) => found.filter(Boolean).map(Number));
}
