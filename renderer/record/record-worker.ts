import { databaseFault, openDatabase } from './database';
import { readRecord } from './read-record';
import type { ReadRecordFile, RecordWorkerSays } from './record-messages';

/** Reads one `.gavel` file apart from the page, and stores what is new of it: a large one never holds up a key. */
addEventListener('message', ({ data }: MessageEvent<ReadRecordFile>) => {
  void read(data);
});

async function read(asked: ReadRecordFile): Promise<void> {
  const database = await openDatabase(asked.database);
  if (!database.ok) {
    say({ says: 'refused', error: database.error });
    return;
  }
  try {
    say(await readRecord(database.value, asked, say));
  } catch (error) {
    say({
      says: 'refused',
      error: { message: `Nothing of it was taken in: ${databaseFault(error)}.`, file: asked.name },
    });
  } finally {
    database.value.close();
  }
}

function say(what: RecordWorkerSays): void {
  postMessage(what);
}
