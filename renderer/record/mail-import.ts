import type { Id } from '../../shared/record/ids';
import { ok, refuse, type Result } from '../../shared/result';
import type { GavelDatabase } from './database';
import type { MailsTakenIn, MailWorkerSays, ReadMailFile } from './mail-messages';
import { takeBackImport } from './mails';
import { allowOwnWorkers } from './worker-address';

/** How far an import has come. */
export interface MailProgress {
  /** of the file's bytes */
  readonly bytes: number;
  readonly of: number;
  readonly mails: number;
}

export interface MailImport {
  /** undefined where it was cancelled: then nothing of it is here */
  readonly done: Promise<Result<MailsTakenIn | undefined>>;
  readonly cancel: () => void;
}

/** A worker that says nothing for so long hangs: it is ended. In milliseconds. */
const PATIENCE = 60_000;

/** Reads a file of mails into a session, in a worker of its own. Refused, cancelled or broken it leaves nothing behind. */
export function importMails(
  database: GavelDatabase,
  { session, name, file }: Pick<ReadMailFile, 'session' | 'name' | 'file'>,
  told: (progress: MailProgress) => void,
): MailImport {
  const batch = crypto.randomUUID();
  allowOwnWorkers();
  const worker = new Worker(new URL('./mail-worker.ts', import.meta.url), { type: 'module' });
  let cancel = (): void => undefined;
  let silence: ReturnType<typeof setTimeout> | undefined;
  const said = new Promise<Result<MailsTakenIn | undefined>>((resolve) => {
    const hear = (): void => {
      clearTimeout(silence);
      silence = setTimeout(() => {
        resolve(refuse('The mails could not be read: reading took too long and was stopped.', { file: name }));
      }, PATIENCE);
    };
    cancel = () => {
      resolve(ok(undefined));
    };
    worker.onmessage = ({ data }: MessageEvent<MailWorkerSays>) => {
      hear();
      if (data.says === 'progress') told(data);
      else resolve(data.says === 'done' ? ok(data) : { ok: false, error: data.error });
    };
    worker.onerror = ({ message }) => {
      resolve(refuse('The mails could not be read.', { file: name, found: message }));
    };
    hear();
    worker.postMessage({ database: database.name, session, batch, name, file } satisfies ReadMailFile);
  });
  const done = said.then(async (result) => {
    clearTimeout(silence);
    worker.terminate();
    if (!result.ok || result.value === undefined) await takeBackImport(database, batch);
    return result;
  });
  return { done, cancel };
}
