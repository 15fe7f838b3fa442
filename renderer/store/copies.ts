import { explainEntry } from '../../shared/capture/explain';
import { plainText } from '../../shared/capture/reading';
import type { DamagedLine } from '../../shared/file/sources';
import { lineOf } from '../../shared/record/canon';
import type { AnyEntry } from '../../shared/record/entry';
import { instantOf, type Id, type Instant } from '../../shared/record/ids';
import { meetingOf } from '../../shared/session/meeting';
import { foldAll } from '../../shared/session/session';
import type { Disagreement } from '../record/reconcile';

/** What one copy of a session holds. */
export interface Copy {
  readonly name: string;
  readonly entries: number;
  /** when the last of them was recorded */
  readonly last?: Instant;
  /** its last five entries in words, the last one first */
  readonly latest: readonly string[];
}

/** A session whose copies differ, as a person is told of it. */
export interface DifferingSession {
  readonly session: Id;
  readonly title: string;
  readonly copies: readonly Copy[];
  /** how many entries there are altogether */
  readonly together: number;
  /** what is missing or damaged, by number and time */
  readonly faults: readonly string[];
}

/** What a person is asked about before anything is changed. */
export interface Recovery {
  /** what was found, in a sentence or two */
  readonly found: string;
  readonly sessions: readonly DifferingSession[];
}

const LATEST = 5;

export function describe({ session, comparison, database, journal, snapshot }: Disagreement): DifferingSession {
  const { all, damaged } = comparison;
  const folded = foldAll(all);
  const copyOf = (name: string, lines: ReadonlySet<string>): Copy => {
    const held = all.filter((entry) => lines.has(lineOf(entry))).sort(byId);
    const last = held.at(-1)?.id;
    return {
      name,
      entries: held.length,
      ...(last && { last: instantOf(last) }),
      latest: held
        .slice(-LATEST)
        .reverse()
        .map((entry) => plainText(explainEntry(folded, entry))),
    };
  };
  return {
    session,
    title: meetingOf(folded)?.title ?? session,
    copies: [
      copyOf('Database', database),
      copyOf('Journal', new Set(journal)),
      ...(snapshot === undefined ? [] : [copyOf(`Snapshot of ${snapshot.facts.at}`, new Set(snapshot.lines))]),
    ],
    together: all.length,
    faults: damaged.map(faultWords),
  };
}

function faultWords({ line, after, found, recovered }: DamagedLine): string {
  const place = `Journal, line ${String(line)}${after === undefined ? '' : `, recorded after ${after}`}`;
  return `${place}: damaged (found ${found}); ${recovered ? 'another copy has it' : 'no copy has it'}.`;
}

function byId(a: AnyEntry, b: AnyEntry): number {
  return a.id < b.id ? -1 : 1;
}
