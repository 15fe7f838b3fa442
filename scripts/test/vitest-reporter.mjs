import { namedIn } from '../trust/proofs.mjs';
import { emptyTally, firstLine, leaveTally } from './tally.mjs';

/** @typedef {import('vitest/reporters').Reporter} Reporter */

/**
 * Counts unit and property tests. A file that could not be loaded, and an error outside any test, each count as a failure.
 *
 * @implements {Reporter}
 */
export default class TallyReporter {
  /**
   * @param {ReadonlyArray<import('vitest/node').TestModule>} modules
   * @param {ReadonlyArray<import('vitest/node').SerializedError>} errors
   */
  onTestRunEnd(modules, errors) {
    const tally = emptyTally();
    for (const { message } of errors) tally.failed.push({ name: 'outside any test', reason: firstLine(message) });
    for (const module of modules) {
      for (const { message } of module.errors())
        tally.failed.push({ name: module.relativeModuleId, reason: firstLine(message) });
      for (const test of module.children.allTests()) {
        const result = test.result();
        const name = `${module.relativeModuleId} > ${test.fullName}`;
        if (result.state === 'passed') tally.passed++;
        else if (result.state === 'failed') tally.failed.push({ name, reason: firstLine(result.errors[0]?.message) });
        else tally.skipped.push({ name, reason: reasonOf(test, result) });
        tally.proofs.push(...proofsOf(test, result));
      }
    }
    leaveTally(tally);
  }
}

/**
 * @param {import('vitest/node').TestCase} test
 * @param {import('vitest/node').TestResult} result
 */
function reasonOf(test, result) {
  if (result.state === 'skipped' && result.note) return result.note;
  return test.options.mode === 'todo' ? 'to do' : 'no reason given';
}

/**
 * @param {import('vitest/node').TestCase} test
 * @param {import('vitest/node').TestResult} result
 * @returns {import('../trust/proofs.mjs').Proof[]}
 */
function proofsOf(test, result) {
  const named = namedIn(test.fullName);
  if (named.rows.length + named.inputs.length === 0) return [];
  const outcome = result.state === 'pending' ? 'failed' : result.state;
  const figures = test.annotations().flatMap(({ type, message }) => (type === 'figure' ? [message] : []));
  const skipped = outcome === 'skipped' ? { reason: reasonOf(test, result) } : {};
  return [{ ...named, title: test.fullName, outcome, ...skipped, figures }];
}
