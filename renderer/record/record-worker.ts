import { databaseFault, openDatabase } from './database';
import { textOf } from './gavel-text';
import { readRecord } from './read-record';
import type { ReadRecordFile, RecordWorkerSays } from './record-messages';

/** Reads one `.gavel` file apart from the page, and stores what is new of it: a large one never holds up a key. */
addEventListener('message', ({ data: { database, name, bytes } }: MessageEvent<ReadRecordFile>) => {
  const text = textOf(name, bytes);
  // from here on nothing holds the bytes
  if (text.ok) void read(database, { name, text: text.value });
  else say({ says: 'refused', error: text.error });
});

async function read(kept: string, file: { readonly name: string; readonly text: string }): Promise<void> {
  const database = await openDatabase(kept);
  if (!database.ok) {
    say({ says: 'refused', error: database.error });
    return;
  }
  try {
    say(await readRecord(database.value, file, say));
  } catch (error) {
    say({
      says: 'refused',
      error: { message: `Nothing of it was taken in: ${databaseFault(error)}.`, file: file.name },
    });
  } finally {
    database.value.close();
  }
}

function say(what: RecordWorkerSays): void {
  postMessage(what);
}
