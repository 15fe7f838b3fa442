import { compareBytes, lineOf } from '../record/canon';
import type { AnyEntry } from '../record/entry';

/** An entry with its canonical line. */
export interface Line {
  readonly entry: AnyEntry;
  readonly line: string;
}

/** Entries with their lines, sorted by id then bytes, each line once. */
export function inRecordOrder(entries: Iterable<AnyEntry>): readonly Line[] {
  return inOrder(Array.from(entries, lined));
}

/** The same with a pause for every so many, which tells how many have their line. */
export function* liningUp(entries: readonly AnyEntry[]): Generator<number, readonly Line[]> {
  const lines: Line[] = [];
  for (let from = 0; from < entries.length; from += AT_ONCE) {
    for (const entry of entries.slice(from, from + AT_ONCE)) lines.push(lined(entry));
    yield lines.length;
  }
  return inOrder(lines);
}

/** So many lines are made without a pause. */
export const AT_ONCE = 1_000;

function lined(entry: AnyEntry): Line {
  return { entry, line: lineOf(entry) };
}

function inOrder(lines: Line[]): readonly Line[] {
  lines.sort((a, b) => (a.entry.id < b.entry.id ? -1 : a.entry.id > b.entry.id ? 1 : compareBytes(a.line, b.line)));
  return lines.filter(({ line }, at) => line !== lines[at - 1]?.line);
}
