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
    }
    leaveTally(this.#tally);
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
