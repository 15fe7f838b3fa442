import type { AnyEntry } from '../../shared/record/entry';
import { fitsLine, readLineQuery } from '../../shared/session/line-search';
import { logOf } from '../../shared/session/log';
import { isStruck } from '../../shared/session/verdicts';
import { recordedOf } from './read-only';
import type { State } from './state';
import { getState, setState } from './store';

/** Milliseconds of looking after which a key is heard. */
const BREATH = 12;
/** After so many lines the clock is looked at. */
const STEP = 500;

let asked = 0;

/**
 * Looks for lines as typed: what is found is shown as it is found, and a key is heard between two steps. Nothing typed
 * shows all lines again.
 */
export async function searchLines(typed: string | undefined): Promise<void> {
  const mine = (asked += 1);
  const open = recordedOf(getState());
  const query = readLineQuery(typed ?? '');
  if (open === undefined || query === undefined) {
    setState(({ timeline }) => ({ timeline: { ...timeline, typed, hits: undefined, left: 0 } }));
    return;
  }
  const { session } = open;
  const log = logOf(session);
  const struck = (id: AnyEntry['id']): boolean => isStruck(session, id);
  const hits: number[] = [];
  const show = (left: number): void => {
    setState(({ timeline }) => ({ timeline: { ...timeline, typed, hits: [...hits], left } }));
  };
  setState(({ timeline }) => ({ timeline: { ...timeline, typed } }));
  let since = performance.now();
  let shown = 0;
  for (let at = 0; at < log.length; at += 1) {
    const entry = log[at];
    if (entry !== undefined && fitsLine(query, entry, struck)) hits.push(at);
    if (at % STEP !== STEP - 1 || performance.now() - since < BREATH) continue;
    // a list that grows with every step would be copied too often: each time it is twice as long
    if (hits.length > 0 && hits.length >= 2 * shown) {
      shown = hits.length;
      show(log.length - at - 1);
    }
    await new Promise((resolve) => setTimeout(resolve));
    if (mine !== asked) return;
    since = performance.now();
  }
  show(0);
}

/** The lines that the Timeline shows: their places in the log. */
export function shownLines(state: Pick<State, 'timeline'>, log: readonly AnyEntry[]): number {
  return state.timeline.hits?.length ?? log.length;
}

/** The place in the log of a row of the Timeline. */
export function lineAt({ timeline }: Pick<State, 'timeline'>, row: number): number {
  return timeline.hits?.[row] ?? row;
}

/** The row that stands for a place in the log, or the last before it. */
export function rowOf({ timeline }: Pick<State, 'timeline'>, line: number): number {
  if (timeline.hits === undefined) return line;
  const at = timeline.hits.findLastIndex((hit) => hit <= line);
  return Math.max(0, at);
}

/** Chooses a line of the log by its place; turns to one of Review's three faces. */
export function changeTimeline(changes: Partial<State['timeline']>): void {
  setState(({ timeline }) => ({ timeline: { ...timeline, ...changes } }));
}
