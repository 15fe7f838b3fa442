import { compareBytes, lineOf } from '../record/canon';
import type { AnyEntry } from '../record/entry';

/** An entry with its canonical line. */
export interface Line {
  readonly entry: AnyEntry;
  readonly line: string;
}

/** Entries with their lines, sorted by id then bytes, each line once. */
export function inRecordOrder(entries: Iterable<AnyEntry>): readonly Line[] {
  const lines = Array.from(entries, (entry): Line => ({ entry, line: lineOf(entry) }));
  lines.sort((a, b) => (a.entry.id < b.entry.id ? -1 : a.entry.id > b.entry.id ? 1 : compareBytes(a.line, b.line)));
  return lines.filter(({ line }, at) => line !== lines[at - 1]?.line);
}
