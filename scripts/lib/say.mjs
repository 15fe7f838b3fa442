/**
 * Progress goes to standard error, so that standard output holds nothing but a command's result.
 *
 * @param {string} line
 */
export function say(line) {
  process.stderr.write(`${line}\n`);
}

/** @param {number} since a reading of performance.now() */
export function seconds(since) {
  return `${((performance.now() - since) / 1000).toFixed(1)} s`;
}

/** An expected failure: its message is for a person, and its stack is of no use to them. */
export class Refusal extends Error {}

/**
 * Runs a script's body; a refusal ends it with its message alone, a bug with its stack.
 *
 * @param {() => Promise<number | undefined | void>} body may return an exit code
 */
export async function main(body) {
  try {
    process.exitCode = (await body()) ?? process.exitCode ?? 0;
  } catch (error) {
    say(error instanceof Refusal ? error.message : String(error instanceof Error ? error.stack : error));
    process.exitCode = 1;
  }
}
