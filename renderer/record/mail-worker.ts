import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { refusalText, type Refusal } from '../../shared/result';
import type { Mail } from '../../shared/thread/mail';
import { platformOf } from '../../shared/thread/platform';
import { readThread } from '../../shared/thread/read-thread';
import { databaseFault, openDatabase, type GavelDatabase } from './database';
import type { MailWorkerSays, ReadMailFile } from './mail-messages';
import { beginImport, finishImport, storeMails, type Stored } from './mails';
import { unpacked } from './unpack';

/**
 * Reads a file or a folder of mails into the database, apart from the page: a hostile mail can stop this worker and nothing
 * else, and a large file never holds up a key. Whoever started it may end it at any time; what it stored then doesn't
 * count until `finishImport`.
 */
const platform = platformOf(TextDecoder, (bytes) => bytesToHex(sha256(bytes)));
/** So many notices are told; a file that is odd all over needs no more. */
const MOST_NOTICES = 200;
/** So many mails are stored at once. */
const ENOUGH = 200;

addEventListener('message', ({ data }: MessageEvent<ReadMailFile>) => {
  void read(data);
});

async function read(asked: ReadMailFile): Promise<void> {
  const database = await openDatabase(asked.database);
  if (!database.ok) {
    say({ says: 'refused', error: database.error });
    return;
  }
  try {
    say(await takeIn(database.value, asked));
  } catch (error) {
    const message = `Nothing of it was taken in: ${databaseFault(error)}. Try again in a while.`;
    say({ says: 'refused', error: { message, file: asked.name } });
  } finally {
    database.value.close();
  }
}

async function takeIn(database: GavelDatabase, asked: ReadMailFile): Promise<MailWorkerSays> {
  const { session, batch, name, files } = asked;
  await beginImport(database, batch);
  const size = files.reduce((sum, file) => sum + file.size, 0);
  const notices: Refusal[] = [];
  const fuller: Stored['fuller'][number][] = [];
  const conflicts: string[] = [];
  const waiting: Mail[] = [];
  let before = 0;
  let added = 0;
  let known = 0;
  const progress = (bytes: number): void => {
    say({ says: 'progress', bytes, of: size, mails: added + known });
  };
  const store = async (bytes: number): Promise<void> => {
    const stored = await storeMails(database, session, batch, waiting.splice(0));
    added += stored.added;
    known += stored.known;
    conflicts.push(...stored.conflicts);
    fuller.push(...stored.fuller);
    progress(bytes);
  };
  for (const file of files) {
    const source = unpacked(file);
    for await (const read of readThread(source.bytes, name, platform)) {
      const problem = read.ok ? undefined : (source.problem(name) ?? read.error);
      // one that is no mail stands aside in a folder; alone it is all there is
      if (problem !== undefined && files.length === 1) return { says: 'refused', error: problem };
      const told = read.ok ? read.value.notices : [problem].flatMap((each) => each ?? []);
      notices.push(...told.slice(0, MOST_NOTICES - notices.length));
      if (!read.ok) break;
      waiting.push(...read.value.mails);
      if (waiting.length >= ENOUGH) await store(before + source.taken());
      else if (files.length === 1) progress(source.taken());
    }
    const problem = source.problem(name);
    // a packed file that ends badly may be any file: nothing of it is taken
    if (problem !== undefined) return { says: 'refused', error: { ...problem, message: refusalText(problem) } };
    before += file.size;
  }
  await store(size);
  await finishImport(database, batch, fuller);
  return { says: 'done', added, known, conflicts, notices };
}

function say(what: MailWorkerSays): void {
  postMessage(what);
}
