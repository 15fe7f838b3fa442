import { sha256 } from '../../main/cli/shell';
import { nextId } from '../../shared/record/clock';
import type { Instant, Writer } from '../../shared/record/ids';
import { fold, foldAll, type Session } from '../../shared/session/session';
import { formText } from '../../shared/summary/forms';
import { median, row, timed, type Bench, type Row } from '../row';
import { LARGE, LARGE_ENTRIES, SUMMIT, SUMMIT_ENTRIES, syntheticEntries, type Shape } from '../synthetic';

const AT = '2026-09-15T12:00:00.000Z' as Instant;
const LATER = 'klater22' as Writer;
const KIB = 1024;

/** A session to the text of its mail, as the command line makes it and as a session in use does. */
export const summary: Bench = {
  name: 'summary',
  measure: async () => [
    ...(await toText('summary', SUMMIT_ENTRIES, SUMMIT, 50, 7)),
    ...(await toText('summary, large', LARGE_ENTRIES, LARGE, 5_000, 2)),
    memory('summary, memory', false, 1),
    memory('summary, memory in use', true, 2),
  ],
};

/** The first text of a session, as the command line makes it, and the next one after one more line of one that is open. */
async function toText(
  name: string,
  count: number,
  shape: Shape,
  limit: number,
  rounds: number,
): Promise<readonly Row[]> {
  const entries = syntheticEntries(count, shape);
  const position = entries.findLast(({ kind }) => kind === 'position-taken');
  // the first round is for the compiler
  const first: number[] = [];
  const next: number[] = [];
  for (let i = 0; i <= rounds; i += 1) {
    const once = foldAll(entries);
    first.push(await timed(() => textOf(once, false)));
    const session = foldAll(entries);
    textOf(session, true);
    if (position !== undefined) fold(session, { ...position, id: nextId(session.latest, 0, LATER) });
    next.push(await timed(() => textOf(session, true)));
  }
  const { people, subsystems } = shape;
  const size = `${people.toLocaleString('en')} people, ${subsystems.toLocaleString('en')} subsystems, ${count.toLocaleString('en')} entries`;
  const rowOf = (what: string, times: readonly number[], note: string): Row =>
    row({
      row: what,
      ours: median(times.slice(1)),
      baseline: limit,
      goal: 1,
      unit: 'ms',
      note: `${note} to the text of its mail, seal included: ${size}; baseline: the limit`,
    });
  return [
    rowOf(name, first, 'a folded session that nothing was computed of yet'),
    rowOf(`${name}, in use`, next, 'a session of which the mail was made before, after one more position'),
  ];
}

/** What making the large one leaves in memory, against what the folded record takes itself. */
function memory(name: string, remembers: boolean, goal: number): Row {
  const before = held();
  const session = foldAll(syntheticEntries(LARGE_ENTRIES, LARGE));
  const record = held() - before;
  const text = textOf(session, remembers);
  const made = held() - before - record;
  return row({
    row: name,
    ours: made,
    baseline: record,
    goal,
    unit: 'KiB',
    note: `what is held after the large one was made (${String(Math.round(text.length / KIB))} KiB of text and what was computed for it${remembers ? ', positions as they were told' : ''}); baseline: what the record and its fold hold`,
  });
}

function held(): number {
  (globalThis as { gc?: () => void }).gc?.();
  return process.memoryUsage().heapUsed / KIB;
}

function textOf(session: Session, remembers: boolean): string {
  return formText('mail', session, { at: AT, sha256, remembers });
}
