import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { refusalText, type Refusal } from '../../shared/result';
import { platformOf } from '../../shared/thread/platform';
import { readThread } from '../../shared/thread/read-thread';
import { databaseFault, openDatabase, type GavelDatabase } from './database';
import type { MailWorkerSays, ReadMailFile } from './mail-messages';
import { beginImport, finishImport, storeMails, type Stored } from './mails';
import { unpacked } from './unpack';

/**
 * Reads one file of mails into the database, apart from the page: a hostile mail can stop this worker and nothing
 * else, and a large file never holds up a key. Whoever started it may end it at any time; what it stored then doesn't
 * count until `finishImport`.
 */
const platform = platformOf(TextDecoder, (bytes) => bytesToHex(sha256(bytes)));
/** So many notices are told; a file that is odd all over needs no more. */
const MOST_NOTICES = 200;

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
    say({ says: 'refused', error: { message: databaseFault(error), file: asked.name } });
  } finally {
    database.value.close();
  }
}

async function takeIn(database: GavelDatabase, asked: ReadMailFile): Promise<MailWorkerSays> {
  const { session, batch, name, file } = asked;
  await beginImport(database, batch);
  const source = unpacked(file);
  const notices: Refusal[] = [];
  const fuller: Stored['fuller'][number][] = [];
  const conflicts: string[] = [];
  let added = 0;
  let known = 0;
  for await (const read of readThread(source.bytes, name, platform)) {
    if (!read.ok) return { says: 'refused', error: source.problem(name) ?? read.error };
    const stored = await storeMails(database, session, batch, read.value.mails);
    added += stored.added;
    known += stored.known;
    conflicts.push(...stored.conflicts);
    fuller.push(...stored.fuller);
    notices.push(...read.value.notices.slice(0, MOST_NOTICES - notices.length));
    say({ says: 'progress', bytes: source.taken(), of: file.size, mails: added + known });
  }
  const problem = source.problem(name);
  // a packed file that ends badly may be any file: nothing of it is taken
  if (problem !== undefined) return { says: 'refused', error: { ...problem, message: refusalText(problem) } };
  await finishImport(database, batch, fuller);
  return { says: 'done', added, known, conflicts, notices };
}

function say(what: MailWorkerSays): void {
  postMessage(what);
}
