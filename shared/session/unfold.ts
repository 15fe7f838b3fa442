import { isKnown, type Entry } from '../record/entry';
import type { Id } from '../record/ids';
import { isVerdict, touch, versionsOf, type Session } from './session';
import { shelfOf } from './shelves';

/**
 * Takes the entry with the greatest id back out of a session whose entries were folded in record order, so that the
 * session is as it was before it: O(1), as the fold is. Of a clashing id all contents are taken back, since they came
 * one after the other. Changes the session that it is given; answers the id, undefined where none is left.
 */
export function unfold(session: Session): Id | undefined {
  const id = session.arrived.pop();
  if (id === undefined) return undefined;
  const versions = versionsOf(session, id).filter(isKnown);
  session.revision += 1;
  session.rewinds += 1;
  for (const version of versions) touch(session, version);
  for (const version of versions) takeOut(session, version);
  session.clashes.delete(id);
  session.entries.delete(id);
  session.latest = session.arrived.at(-1);
  return id;
}

/** Takes an entry off the end of its shelf. An empty shelf stays: nothing stands on it, as where all of it is struck. */
function takeOut(session: Session, entry: Entry): void {
  if (!isVerdict(entry)) {
    dropLast(shelfOf(session.groups, entry).entries, entry.id);
    return;
  }
  const verdicts = session.verdicts.get(entry.entry) ?? [];
  dropLast(verdicts, entry.id);
  if (verdicts.length === 0) session.verdicts.delete(entry.entry);
}

function dropLast(entries: { readonly id: Id }[], id: Id): void {
  while (entries.at(-1)?.id === id) entries.pop();
}
