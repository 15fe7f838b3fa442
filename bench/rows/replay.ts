import { fitsLine, readLineQuery } from '../../shared/session/line-search';
import { lastEntries, logOf } from '../../shared/session/log';
import { objections } from '../../shared/session/objections';
import { people } from '../../shared/session/people';
import { positionsFor } from '../../shared/session/positions';
import { fold as foldIn, foldAll, type Session } from '../../shared/session/session';
import { subsystems } from '../../shared/session/subsystems';
import { unfold } from '../../shared/session/unfold';
import { isStruck } from '../../shared/session/verdicts';
import { median, percentile, row, timed, type Bench, type Row } from '../row';
import { syntheticEntries } from '../synthetic';

/** Steps that are taken back and forth for one measurement. */
const STEPS = 40;
/** Milliseconds that a step may take, by how many lines there are (UX and the issue set them). */
const LIMITS: readonly (readonly [entries: number, limit: number])[] = [
  [16_000, 16],
  [1_000_000, 100],
];
const FIRST_HITS = 100;

/** What Live reads of a session after a step: the people, the subsystems, one of them with its objections, the last lines. */
function look(session: Session): void {
  people(session);
  const [first] = subsystems(session);
  if (first !== undefined) positionsFor(session, first.slug);
  objections(session);
  lastEntries(session, 200);
}

/** Milliseconds that a step takes, as it comes: collections that fall into it are part of it. */
function clocked(step: () => void): number {
  const start = performance.now();
  step();
  return performance.now() - start;
}

function stepping(entries: number, limit: number): Row {
  const session = foldAll(syntheticEntries(entries));
  const log = [...logOf(session)];
  look(session);
  const times: number[] = [];
  for (let step = 0; step < STEPS; step += 1) {
    times.push(
      clocked(() => {
        unfold(session);
        look(session);
      }),
    );
  }
  for (const entry of log.slice(-STEPS)) {
    times.push(
      clocked(() => {
        foldIn(session, entry);
        look(session);
      }),
    );
  }
  return row({
    row: `replay step, ${String(entries)} entries`,
    ours: percentile(times, 95),
    baseline: limit,
    goal: 1,
    unit: 'ms',
    note: `p95 of a line back or on and what Live reads of the session after it; limit ${String(limit)} ms`,
  });
}

/** How long it takes until the first screen of hits is there, and until all is looked through. */
async function searching(entries: number): Promise<Row> {
  const session = foldAll(syntheticEntries(entries));
  const log = logOf(session);
  const query = readLineQuery('#s7');
  if (query === undefined) return row({ row: 'search', ours: 0, baseline: 1, goal: 1, unit: 'ms', note: '' });
  const firsts: number[] = [];
  const wholes: number[] = [];
  for (let round = 0; round < 5; round += 1) {
    let hits = 0;
    let first = Number.NaN;
    wholes.push(
      await timed(() => {
        const start = performance.now();
        for (const entry of log) {
          if (!fitsLine(query, entry, (id) => isStruck(session, id))) continue;
          hits += 1;
          if (hits === 30) first = performance.now() - start;
        }
      }),
    );
    firsts.push(first);
  }
  return row({
    row: `search of the record, ${String(entries)} entries`,
    ours: median(firsts),
    baseline: FIRST_HITS,
    goal: 1,
    unit: 'ms',
    note: `until the first 30 hits of a subsystem that one line in 3,000 is about; all of it in ${median(wholes).toFixed(0)} ms, in steps of 12 ms`,
  });
}

/** A line back or on in a replay, and the search of the Timeline. */
export const replay: Bench = {
  name: 'replay',
  measure: async () => {
    const rows: Row[] = [];
    for (const [entries, limit] of LIMITS) rows.push(stepping(entries, limit));
    rows.push(await searching(1_000_000));
    return rows;
  },
};
