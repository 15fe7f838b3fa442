import { lineOf } from '../../shared/record/canon';
import type { AnyEntry } from '../../shared/record/entry';
import type { Id } from '../../shared/record/ids';
import { ok } from '../../shared/result';
import { versionsOf, type Session } from '../../shared/session/session';
import type { GavelFile } from '../../shared/file/read';
import type { GavelDatabase } from './database';
import { readGavelText } from './gavel-text';
import { haveDone, type Work } from './own-worker';
import type { ReadRecordFile, RecordWorkerSays } from './record-messages';

/** A file of up to so many bytes is read in less than a blink. */
const SMALL = 256 * 1024;

/**
 * Reads the bytes of a `.gavel` file through the one gate for foreign data; a large one in a worker, so that the page
 * answers meanwhile. `name` is what messages call it; `told` hears how many entries came of how many.
 */
export function readGavelFile(
  name: string,
  bytes: Uint8Array,
  told: (done: number, of: number) => void,
): Work<GavelFile> {
  if (bytes.length <= SMALL) {
    return { done: Promise.resolve(readGavelText(name, bytes)), cancel: () => undefined };
  }
  const entries: AnyEntry[] = [];
  return haveDone<ReadRecordFile, RecordWorkerSays, GavelFile>({
    start: () => new Worker(new URL('./record-worker.ts', import.meta.url), { type: 'module' }),
    asked: { name, bytes },
    name,
    hear: (said) => {
      if (said.says === 'refused') return { ok: false, error: said.error };
      if (said.says === 'done') return ok({ session: said.session, entries });
      for (const entry of said.entries) entries.push(entry);
      told(entries.length, said.of);
      return undefined;
    },
  });
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
