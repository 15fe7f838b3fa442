import type { HalfTyped, RecordedDraft } from '../../shared/ipc';
import type { GavelDatabase } from './database';
import type { DraftRow } from './rows';

/** Every half-typed text. */
export function readDrafts(database: GavelDatabase): Promise<readonly DraftRow[]> {
  return database.drafts.toArray();
}

/** Keeps a half-typed text; an empty one is dropped. */
export async function keepDraft(database: GavelDatabase, row: DraftRow): Promise<void> {
  if (row.text === '') await database.drafts.delete(row.key);
  else await database.drafts.put(row);
}

/** Keeps texts of an earlier run, but for those of which there is a newer one. */
export async function keepNewer({ drafts }: GavelDatabase, texts: readonly HalfTyped[]): Promise<void> {
  await drafts.db.transaction('rw', drafts, async () => {
    for (const { key, text, typed } of texts) {
      const row = await drafts.get(key);
      if ((row?.typed ?? 0) >= typed) continue;
      if (text === '') await drafts.delete(key);
      else await drafts.put({ key, text, typed });
    }
  });
}

/** Drops a text that was recorded, in the transaction that records it; what was typed since stays. */
export async function dropRecorded({ drafts }: GavelDatabase, { key, typed }: RecordedDraft): Promise<void> {
  const row = await drafts.get(key);
  if (row !== undefined && (row.typed ?? 0) <= typed) await drafts.delete(key);
}
