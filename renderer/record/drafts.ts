import type { GavelDatabase } from './database';

/** Every half-typed text, by its key. */
export async function readDrafts(database: GavelDatabase): Promise<Readonly<Record<string, string>>> {
  const rows = await database.drafts.toArray();
  return Object.fromEntries(rows.map(({ key, text }) => [key, text]));
}

/** Keeps a half-typed text; an empty one is dropped. */
export async function keepDraft(database: GavelDatabase, key: string, text: string): Promise<void> {
  if (text === '') await database.drafts.delete(key);
  else await database.drafts.put({ key, text });
}
