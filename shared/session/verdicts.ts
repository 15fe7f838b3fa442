import { lineOf } from '../record/canon';
import type { AnyEntry, Entry } from '../record/entry';
import type { Id } from '../record/ids';
import { sha256Of } from '../record/sha256';
import { versionsOf, type Session } from './session';

/** True if an entry counts: its id came with one content only, or a person picked this one (`entry-picked`). */
export function counts(session: Session, entry: AnyEntry): boolean {
  if (session.clashes.size === 0) return true;
  const versions = session.clashes.get(entry.id);
  if (versions === undefined) return true;
  const picked = pickOf(session, entry.id);
  return picked !== undefined && sha256Of(lineOf(entry)) === picked;
}

/** The greatest unstruck pick for an id, as the SHA-256 of the line that was picked. */
function pickOf(session: Session, id: Id): string | undefined {
  let pick: Extract<Entry, { kind: 'entry-picked' }> | undefined;
  for (const verdict of session.verdicts.get(id) ?? []) {
    if (verdict.kind !== 'entry-picked' || (pick !== undefined && verdict.id < pick.id)) continue;
    if (counts(session, verdict) && !isStruck(session, verdict.id)) pick = verdict;
  }
  return pick?.sha256;
}

/**
 * An entry is struck if the greatest strike or restore that names it is a strike.
 * A strike or restore of a strike or restore has no effect, so those are never struck.
 */
export function isStruck(session: Session, id: Id): boolean {
  if (!session.verdicts.has(id) || lastVerdict(session, id)?.kind !== 'entry-struck') return false;
  return !versionsOf(session, id).every(({ kind }) => kind === 'entry-struck' || kind === 'entry-restored');
}

/** The greatest strike or restore that names an id. */
function lastVerdict(
  session: Session,
  id: Id,
): Extract<Entry, { kind: 'entry-struck' | 'entry-restored' }> | undefined {
  let last: Extract<Entry, { kind: 'entry-struck' | 'entry-restored' }> | undefined;
  for (const verdict of session.verdicts.get(id) ?? []) {
    if (verdict.kind === 'entry-picked' || (last !== undefined && verdict.id < last.id)) continue;
    if (counts(session, verdict)) last = verdict;
  }
  return last;
}

/** The entry of an id where it counts; undefined where it is absent or in an open clash. Struck entries are returned. */
export function countedEntry(session: Session, id: Id): AnyEntry | undefined {
  return versionsOf(session, id).find((version) => counts(session, version));
}

/** Ids that came with more than one content and that nobody has picked yet, sorted. */
export function openClashes(session: Session): readonly Id[] {
  return [...session.clashes.keys()].filter((id) => countedEntry(session, id) === undefined).sort();
}
