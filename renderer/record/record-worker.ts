import { readGavelText } from './gavel-text';
import type { ReadRecordFile, RecordWorkerSays } from './record-messages';

/** Reads one `.gavel` file apart from the page: a large one never holds up a key. */
addEventListener('message', ({ data: { name, bytes } }: MessageEvent<ReadRecordFile>) => {
  const file = readGavelText(name, bytes);
  if (!file.ok) {
    say({ says: 'refused', error: file.error });
    return;
  }
  const { session, entries } = file.value;
  for (let from = 0; from < entries.length; from += PIECE) {
    say({ says: 'entries', entries: entries.slice(from, from + PIECE), of: entries.length });
  }
  say({ says: 'done', session });
});

/** Entries of one message: the page takes such a piece in a few milliseconds. */
const PIECE = 2_000;

function say(what: RecordWorkerSays): void {
  postMessage(what);
}
