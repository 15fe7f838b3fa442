import { lineOf } from '../../shared/record/canon';
import type { AnyEntry } from '../../shared/record/entry';
import type { Id } from '../../shared/record/ids';
import { ok } from '../../shared/result';
import { emptySession, fold, versionsOf, type Session } from '../../shared/session/session';
import type { GavelFile } from '../../shared/file/read';
import type { GavelDatabase } from './database';
import { readGavelText } from './gavel-text';
import { haveDone, type Work } from './own-worker';
import type { ReadRecordFile, RecordWorkerSays } from './record-messages';
import { takeBackSessions, type TakenIn } from './take-in';

/** A file of up to so many bytes is read in less than a blink. */
const SMALL = 256 * 1024;

/** Entries of one step, each of which takes some microseconds. */
const STEP = 500;

/** Whether reading a file takes so long that a person goes on with something else. */
export function isLarge(bytes: Uint8Array): boolean {
  return bytes.length > SMALL;
}

/** A file whose session is not here: it is stored, and folded, but not in the list yet (see `finishTakingIn`). */
export interface TakenFile extends GavelFile {
  readonly taken: TakenIn & { readonly folded: Session };
}

/** How far a file has come, in entries. */
export interface Reading {
  /** its session is not here, and is being stored */
  readonly isStoring: boolean;
  readonly done: number;
  readonly of: number;
}

/**
 * Reads the bytes of a `.gavel` file through the one gate for foreign data. A large one is read in a worker, which gets
 * the bytes for good, and stored there where its session is not here; refused, cancelled or broken it leaves nothing
 * behind. `name` is what messages call it.
 */
export function readGavelFile(
  database: GavelDatabase,
  name: string,
  bytes: Uint8Array,
  told: (reading: Reading) => void,
): Work<GavelFile | TakenFile> {
  if (!isLarge(bytes)) {
    return { done: Promise.resolve(readGavelText(name, bytes)), cancel: () => undefined };
  }
  const entries: AnyEntry[] = [];
  const folded = emptySession();
  const { done, cancel } = haveDone<ReadRecordFile, RecordWorkerSays, GavelFile | TakenFile>({
    start: () => new Worker(new URL('./record-worker.ts', import.meta.url), { type: 'module' }),
    asked: { database: database.name, name, bytes },
    given: [bytes.buffer],
    name,
    hear: (said) => {
      if (said.says === 'refused') return { ok: false, error: said.error };
      if (said.says === 'done') {
        return ok({ session: said.session, entries, ...(said.takenIn && { taken: { ...said.takenIn, folded } }) });
      }
      if (said.says === 'read') told({ isStoring: false, done: said.done, of: said.of });
      else {
        for (const entry of said.entries) {
          entries.push(entry);
          if (said.stored) fold(folded, entry);
        }
        told({ isStoring: said.stored, done: entries.length, of: said.of });
      }
      return undefined;
    },
  });
  return {
    cancel,
    done: done.then(async (result) => {
      // where the database is shut just now, the next start takes them back
      if (!result.ok || result.value === undefined) await takeBackSessions(database).catch(() => undefined);
      return result;
    }),
  };
}

/**
 * The session kept here that a file is of: either holds the entry that the other is named after. Undefined where the
 * file is of none of them.
 */
export async function sessionOf(database: GavelDatabase, file: GavelFile): Promise<Id | undefined> {
  const kept = new Set<Id>((await database.sessions.toArray()).map(({ id }) => id));
  const holder = await database.entries.where('id').equals(file.session).first();
  if (holder !== undefined && kept.has(holder.session)) return holder.session;
  return file.entries.find(({ id }) => kept.has(id))?.id;
}

/**
 * The entries that a session doesn't hold yet, looked for in steps: another content under an id that it holds counts as
 * new.
 */
export function* newTo(session: Session, entries: readonly AnyEntry[]): Generator<void, readonly AnyEntry[]> {
  const added: AnyEntry[] = [];
  for (const [at, entry] of entries.entries()) {
    if (at % STEP === STEP - 1) yield;
    const versions = [...versionsOf(session, entry.id)];
    const line = versions.length === 0 ? undefined : lineOf(entry);
    if (versions.every((version) => lineOf(version) !== line)) added.push(entry);
  }
  return added;
}
