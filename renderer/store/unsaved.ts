import { parseLine } from '../../shared/record/canon';
import type { AnyEntry } from '../../shared/record/entry';
import type { Id } from '../../shared/record/ids';
import type { Batch } from '../record/append';
import { isKept, kept } from './database';

/** A line that is not in both copies yet. */
export interface UnsavedLine {
  readonly session: Id;
  readonly entry: AnyEntry;
  /** as the record keeps it */
  readonly line: string;
}

/** How many lines wait in the outbox. */
export function unsavedCount(): number {
  return waiting().reduce((sum, { lines }) => sum + lines.length, 0);
}

/** What waits in the outbox, the oldest first: all that a person would lose if neither copy ever took it. */
export function allUnsaved(): readonly string[] {
  return waiting().flatMap(({ lines }) => [...lines]);
}

/** The oldest of it, at most so many lines: a whole file may wait. */
export function oldestUnsaved(most: number): readonly UnsavedLine[] {
  const oldest: UnsavedLine[] = [];
  for (const { session, lines } of waiting()) {
    for (const line of lines) {
      if (oldest.length === most) return oldest;
      const entry = parseLine(line);
      if (entry.ok) oldest.push({ session, entry: entry.value, line });
    }
  }
  return oldest;
}

function waiting(): readonly Batch[] {
  return isKept() ? kept().outbox.state().waiting : [];
}
