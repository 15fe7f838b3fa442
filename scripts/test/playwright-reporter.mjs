import { namedIn } from '../trust/proofs.mjs';
import { emptyTally, leaveTally } from './tally.mjs';

/** @typedef {import('@playwright/test/reporter').Reporter} Reporter */

/**
 * Counts end-to-end tests. One that passed only at a second try counts as failed: what a user would see is the first.
 *
 * @implements {Reporter}
 */
export default class TallyReporter {
  #tally = emptyTally();
  /** @type {import('@playwright/test/reporter').Suite | undefined} */
  #suite;

  /**
   * @param {import('@playwright/test/reporter').FullConfig} _config
   * @param {import('@playwright/test/reporter').Suite} suite
   */
  onBegin(_config, suite) {
    this.#suite = suite;
  }

  onError() {
    this.#tally.failed++;
  }

  onEnd() {
    for (const test of this.#suite?.allTests() ?? []) {
      const outcome = test.outcome();
      if (outcome === 'expected') this.#tally.passed++;
      else if (outcome === 'skipped')
        this.#tally.skipped.push({ name: test.titlePath().slice(2).join(' > '), reason: reasonOf(test) });
      else this.#tally.failed++;
      this.#prove(test, outcome);
    }
    leaveTally(this.#tally);
  }

  /**
   * @param {import('@playwright/test/reporter').TestCase} test
   * @param {string} found
   */
  #prove(test, found) {
    const named = namedIn(test.title);
    if (named.rows.length + named.inputs.length === 0) return;
    const outcome = found === 'expected' ? 'passed' : found === 'skipped' ? 'skipped' : 'failed';
    this.#tally.proofs.push({
      ...named,
      title: test.title,
      outcome,
      ...(outcome === 'skipped' && { reason: reasonOf(test) }),
      figures: test.results.flatMap(({ annotations }) =>
        annotations.flatMap(({ type, description }) => (type === 'figure' && description ? [description] : [])),
      ),
    });
  }

  printsToStdio() {
    return false;
  }
}

/** @param {import('@playwright/test/reporter').TestCase} test */
function reasonOf(test) {
  const annotations = [...test.annotations, ...test.results.flatMap((result) => result.annotations)];
  const reason = annotations.find(({ type, description }) => (type === 'skip' || type === 'fixme') && description);
  return reason?.description ?? 'no reason given';
}
