import { lineOf } from '../../shared/record/canon';
import type { AnyEntry } from '../../shared/record/entry';
import type { Id } from '../../shared/record/ids';
import { sha256Of } from '../../shared/record/sha256';
import type { Result } from '../../shared/result';
import { versionsOf, type Session } from '../../shared/session/session';
import { notUtf8 } from '../../shared/file/form';
import { readFile, type GavelFile } from '../../shared/file/read';
import type { GavelDatabase } from './database';

/** Reads the bytes of a `.gavel` file through the one gate for foreign data. `name` is what messages call it. */
export function readGavelFile(name: string, bytes: Uint8Array): Result<GavelFile> {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return { ok: false, error: notUtf8(name) };
  }
  return readFile(name, text, sha256Of);
}

/**
 * The session kept here that a file is of: either holds the entry that the other is named after. Undefined where the
 * file is of none of them.
 */
export async function sessionOf(database: GavelDatabase, file: GavelFile): Promise<Id | undefined> {
  const holder = await database.entries.where('id').equals(file.session).first();
  if (holder !== undefined) return holder.session;
  const kept = new Set<Id>((await database.sessions.toArray()).map(({ id }) => id));
  return file.entries.find(({ id }) => kept.has(id))?.id;
}

/** The entries that a session doesn't hold yet: another content under an id that it holds counts as new. */
export function newTo(session: Session, entries: readonly AnyEntry[]): readonly AnyEntry[] {
  return entries.filter((entry) => {
    const versions = [...versionsOf(session, entry.id)];
    if (versions.length === 0) return true;
    const line = lineOf(entry);
    return versions.every((version) => lineOf(version) !== line);
  });
}
