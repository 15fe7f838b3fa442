import { createHash } from 'node:crypto';
import type { Sha256 } from '../../shared/env';
import type { Instant } from '../../shared/record/ids';
import { foldAll, type Session } from '../../shared/session/session';
import { mailText } from '../../shared/summary/mail-text';
import { summarise } from '../../shared/summary/summarise';
import { median, row, timed, type Bench, type Row } from '../row';
import { LARGE, LARGE_ENTRIES, SUMMIT, SUMMIT_ENTRIES, syntheticEntries, type Shape } from '../synthetic';

const AT = '2026-09-15T12:00:00.000Z' as Instant;
const KIB = 1024;

/** A session that nothing was computed of yet, to the text of its mail, as the command line makes it. */
export const summary: Bench = {
  name: 'summary',
  measure: async () => [
    await toText('summary', SUMMIT_ENTRIES, SUMMIT, 50, 7),
    await toText('summary, large', LARGE_ENTRIES, LARGE, 5_000, 2),
    memory(),
  ],
};

async function toText(name: string, count: number, shape: Shape, limit: number, rounds: number): Promise<Row> {
  const entries = syntheticEntries(count, shape);
  // the first one is for the compiler
  const times: number[] = [];
  for (let i = 0; i <= rounds; i += 1) {
    const session = foldAll(entries);
    const took = await timed(() => textOf(session));
    if (i > 0) times.push(took);
  }
  const { people, subsystems } = shape;
  const size = `${people.toLocaleString('en')} people, ${subsystems.toLocaleString('en')} subsystems, ${count.toLocaleString('en')} entries`;
  return row({
    row: name,
    ours: median(times),
    baseline: limit,
    goal: 1,
    unit: 'ms',
    note: `a folded session to the text of its mail, seal included: ${size}; baseline: the limit`,
  });
}

/** What making the large one leaves in memory, against what the folded record takes itself. */
function memory(): Row {
  const before = held();
  const session = foldAll(syntheticEntries(LARGE_ENTRIES, LARGE));
  const record = held() - before;
  const text = textOf(session);
  const made = held() - before - record;
  return row({
    row: 'summary, memory',
    ours: made,
    baseline: record,
    goal: 1,
    unit: 'KiB',
    note: `what is held after the large one was made (${String(Math.round(text.length / KIB))} KiB of text and what was computed for it); baseline: what the record and its fold hold`,
  });
}

function held(): number {
  (globalThis as { gc?: () => void }).gc?.();
  return process.memoryUsage().heapUsed / KIB;
}

const sha256: Sha256 = (text) => createHash('sha256').update(text).digest('hex');

function textOf(session: Session): string {
  return mailText(summarise(session, { at: AT, sha256 }));
}
