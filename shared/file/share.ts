import type { Sha256 } from '../env';
import { isKnown, type AnyEntry, type EntryOf } from '../record/entry';
import type { Id } from '../record/ids';
import { namedIn } from '../record/names';
import { inRecordOrder } from './lines';

/**
 * What others may see: without private notes and without every line that names one, in whatever field. Private is what
 * `note-taken` says; where an id came with two contents, either makes it private. For shares, summaries, files for others.
 */
export function withoutPrivate(entries: Iterable<AnyEntry>): readonly AnyEntry[] {
  const all = [...entries];
  const secret = privateIds(all);
  return secret.size === 0 ? all : all.filter((entry) => !tells(entry, secret));
}

/** The ids of private notes. One whose first line is absent is private where a revision says so: nobody says otherwise. */
export function privateIds(entries: readonly AnyEntry[]): ReadonlySet<Id> {
  const notes = entries.filter(isNote);
  const taken = new Set(notes.flatMap((entry) => (entry.kind === 'note-taken' ? entry.id : [])));
  return new Set(
    notes.flatMap((entry) => {
      if (entry.private !== true) return [];
      if (entry.kind === 'note-taken') return entry.id;
      return taken.has(entry.note) ? [] : entry.note;
    }),
  );
}

/** Whether a line has an id that others must not see, or names one. */
export function tells(entry: AnyEntry, secret: ReadonlySet<Id>): boolean {
  return secret.has(entry.id) || namedIn(entry).some((id) => secret.has(id));
}

function isNote(entry: AnyEntry): entry is EntryOf<'note-taken' | 'note-amended'> {
  return isKnown(entry) && (entry.kind === 'note-taken' || entry.kind === 'note-amended');
}

/** The SHA-256 that a mail prints: over the lines up to an id (each with its LF), private ones left out. */
export function digestUpTo(entries: Iterable<AnyEntry>, upTo: Id, sha256: Sha256): string {
  const covered = withoutPrivate(entries).filter(({ id }) => id <= upTo);
  return sha256(
    inRecordOrder(covered)
      .map(({ line }) => `${line}\n`)
      .join(''),
  );
}
