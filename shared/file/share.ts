import type { Sha256 } from '../env';
import type { AnyEntry } from '../record/entry';
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

/** The ids of private notes. */
export function privateIds(entries: readonly AnyEntry[]): ReadonlySet<Id> {
  return new Set(entries.filter(isPrivate).map(({ id }) => id));
}

/** Whether a line has an id that others must not see, or names one. */
export function tells(entry: AnyEntry, secret: ReadonlySet<Id>): boolean {
  return secret.has(entry.id) || namedIn(entry).some((id) => secret.has(id));
}

function isPrivate(entry: AnyEntry): boolean {
  return entry.kind === 'note-taken' && 'private' in entry && entry.private === true;
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
