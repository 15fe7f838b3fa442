import { lineOf } from '../../shared/record/canon';
import type { AnyEntry } from '../../shared/record/entry';
import type { Id } from '../../shared/record/ids';
import { isKept, kept } from './database';

/** A line that is not in both copies yet. */
export interface UnsavedLine {
  readonly session: Id;
  readonly entry: AnyEntry;
  /** as the record keeps it */
  readonly line: string;
}

/** What waits in the outbox, the oldest first: all that a person would lose if neither copy ever took it. */
export function unsavedLines(): readonly UnsavedLine[] {
  if (!isKept()) return [];
  return kept()
    .outbox.state()
    .waiting.flatMap(({ session, rows }) => rows.map(({ entry }) => ({ session, entry, line: lineOf(entry) })));
}
