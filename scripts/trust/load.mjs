import fs from 'node:fs';
import { inRoot } from '../lib/paths.mjs';

/**
 * Load is measured by the benches, with nothing else running; what their last run came to is told with the promise.
 *
 * @returns {import('./proofs.mjs').Proof}
 */
export function loadProof() {
  /** @type {{ row: string; met?: boolean }[]} */
  const rows = JSON.parse(fs.readFileSync(inRoot('bench', 'results.json'), 'utf8'));
  const judged = rows.filter(({ met }) => met !== undefined);
  const missed = judged.filter(({ met }) => !met).map(({ row }) => row);
  const sum = `${judged.length - missed.length} of ${judged.length} rows within their goal`;
  return {
    rows: [28],
    inputs: [],
    title: 'npm run bench',
    outcome: 'skipped',
    reason: 'it is measured apart, by npm run bench, with nothing else running',
    figures: [`last time ${sum}${missed.length > 0 ? `; over it: ${missed.join(', ')}` : ''}`],
  };
}
