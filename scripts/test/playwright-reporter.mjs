import path from 'node:path';
import { root } from '../lib/paths.mjs';
import { namedIn } from '../trust/proofs.mjs';
import { emptyTally, firstLine, leaveTally } from './tally.mjs';

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

  /** @param {import('@playwright/test/reporter').TestError} error outside any test */
  onError({ location, message, value }) {
    const name = location === undefined ? 'Playwright' : inCheckout(location.file);
    this.#tally.failed.push({ name, reason: firstLine(message ?? value) });
  }

  onEnd() {
    for (const test of this.#suite?.allTests() ?? []) {
      const outcome = test.outcome();
      if (outcome === 'expected') this.#tally.passed++;
      else if (outcome === 'skipped') this.#tally.skipped.push({ name: nameOf(test), reason: reasonOf(test) });
      else this.#tally.failed.push({ name: nameOf(test), reason: failureOf(test) });
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

/** @param {string} file */
function inCheckout(file) {
  return path.relative(root, file).split(path.sep).join('/');
}

/** @param {import('@playwright/test/reporter').TestCase} test */
function nameOf(test) {
  const [, , , ...titles] = test.titlePath();
  return [inCheckout(test.location.file), ...titles].join(' > ');
}

/** @param {import('@playwright/test/reporter').TestCase} test */
function failureOf(test) {
  const failed = test.results.find(({ status }) => status !== 'passed' && status !== 'skipped');
  return firstLine(failed?.error?.message ?? failed?.error?.value ?? failed?.status ?? 'it never ran');
}

/** @param {import('@playwright/test/reporter').TestCase} test */
function reasonOf(test) {
  const annotations = [...test.annotations, ...test.results.flatMap((result) => result.annotations)];
  const reason = annotations.find(({ type, description }) => (type === 'skip' || type === 'fixme') && description);
  return reason?.description ?? 'no reason given';
}
