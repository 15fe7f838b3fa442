import { ok } from '../../shared/result';
import type { GavelDatabase } from './database';
import type { MailsTakenIn, MailWorkerSays, ReadMailFile } from './mail-messages';
import { takeBackImport } from './mails';
import { haveDone, type Work } from './own-worker';

/** How far an import has come. */
export interface MailProgress {
  /** of all bytes */
  readonly bytes: number;
  readonly of: number;
  readonly mails: number;
}

/** Reads a file or folder of mails into a session, in a worker of its own. Refused, cancelled or broken it leaves nothing behind. */
export function importMails(
  database: GavelDatabase,
  { session, name, files }: Pick<ReadMailFile, 'session' | 'name' | 'files'>,
  told: (progress: MailProgress) => void,
): Work<MailsTakenIn> {
  const batch = crypto.randomUUID();
  const { done, cancel } = haveDone<ReadMailFile, MailWorkerSays, MailsTakenIn>({
    start: () => new Worker(new URL('./mail-worker.ts', import.meta.url), { type: 'module' }),
    asked: { database: database.name, session, batch, name, files },
    name,
    hear: (said) => {
      if (said.says === 'done') return ok(said);
      if (said.says === 'refused') return { ok: false, error: said.error };
      told(said);
      return undefined;
    },
  });
  return {
    cancel,
    done: done.then(async (result) => {
      // where the database is shut just now, the next import or start takes it back; until then it counts for nothing
      if (!result.ok || result.value === undefined) await takeBackImport(database, batch).catch(() => undefined);
      return result;
    }),
  };
}
