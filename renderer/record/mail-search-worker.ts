import { refusalText } from '../../shared/result';
import { mailIndex, readSearch } from '../../shared/thread/mail-index';
import { databaseFault, openDatabase } from './database';
import { readMails } from './mails';
import type { SearchAsked, SearchSays } from './mail-search';

/**
 * Reads the mails of a session into an index and answers what is searched for, apart from the page: neither reading
 * 40,000 mails nor looking through their words ever holds up a key.
 */
const index = mailIndex();
/** whether all were read */
let ready: Promise<boolean> | undefined;

addEventListener('message', ({ data }: MessageEvent<SearchAsked>) => {
  if ('database' in data) ready = build(data);
  else {
    void ready?.then((isWhole) => {
      if (isWhole) answer(data);
    });
  }
});

async function build({ database: name, session }: Extract<SearchAsked, { database: string }>): Promise<boolean> {
  const database = await openDatabase(name);
  if (!database.ok) {
    say({ failed: refusalText(database.error) });
    return false;
  }
  try {
    for await (const mails of readMails(database.value, session)) {
      for (const mail of mails) index.add(mail);
      say({ read: mails.map(({ id }) => id) });
    }
    return true;
  } catch (error) {
    // a full disk closes the database while it is read
    say({ failed: databaseFault(error) });
    return false;
  } finally {
    database.value.close();
  }
}

function answer({ typed }: Extract<SearchAsked, { typed: string }>): void {
  say({ typed, hits: Uint32Array.from(index.search(readSearch(typed))) });
}

function say(what: SearchSays): void {
  postMessage(what);
}
