import { mailIndex, readSearch } from '../../shared/thread/mail-index';
import { openDatabase } from './database';
import { readHeads, readMailTexts } from './mails';
import type { SearchAsked, SearchSays } from './mail-search';

/**
 * Reads the mails of a session into an index and answers what is searched for, apart from the page: neither reading
 * 40,000 mails nor looking through their words ever holds up a key.
 */
const index = mailIndex();
let ready: Promise<void> | undefined;

addEventListener('message', ({ data }: MessageEvent<SearchAsked>) => {
  if ('database' in data) ready = build(data);
  else void ready?.then(() => answer(data));
});

async function build({ database: name, session }: Extract<SearchAsked, { database: string }>): Promise<void> {
  const database = await openDatabase(name);
  if (!database.ok) return;
  const heads = await readHeads(database.value, session);
  const ids: string[] = [];
  for await (const mails of readMailTexts(database.value, session, heads)) {
    for (const mail of mails) {
      index.add(mail);
      ids.push(mail.id);
    }
    say({ read: ids.length, of: heads.length });
  }
  database.value.close();
  say({ ids });
}

function answer({ typed }: Extract<SearchAsked, { typed: string }>): void {
  say({ typed, hits: index.search(readSearch(typed)) });
}

function say(what: SearchSays): void {
  postMessage(what);
}
