import type { AnyEntry } from '../record/entry';
import type { Session } from '../session/session';
import type { Piece } from './reading';

/** What the entries of one act say, in words. The same before and after they are folded. */
export function explain(session: Session, entries: readonly AnyEntry[]): readonly Piece[] {
  return entries.flatMap((entry) => explainEntry(session, entry));
}

/** What one entry says, whatever its kind, known or not. */
export function explainEntry(_session: Session, entry: AnyEntry): readonly Piece[] {
  return [{ is: 'words', text: entry.kind }];
}
