import fs from 'node:fs/promises';
import type { RecordedDraft } from '../shared/ipc';
import { ok, type Result } from '../shared/result';
import { writeAtomically } from './atomic-file';
import { errnoOf } from './errno';
import { log } from './log';

/**
 * Which half-typed texts became lines of a journal that the page's database doesn't have, in a file beside the journal:
 * the database still has the texts, and after a kill they would be shown as if they waited to be recorded.
 */
export async function noteRecordedDrafts(journal: string, drafts: readonly RecordedDraft[]): Promise<Result<true>> {
  if (drafts.length > 0) return writeAtomically(fileOf(journal), `${JSON.stringify(drafts)}\n`);
  await fs.rm(fileOf(journal), { force: true });
  return ok(true);
}

/** What was noted last; nothing where that can't be read: then a text is shown once more, and none is lost. */
export async function recordedDrafts(journal: string): Promise<readonly RecordedDraft[]> {
  try {
    const read: unknown = JSON.parse(await fs.readFile(fileOf(journal), 'utf8'));
    return areRecordedDrafts(read) ? read : [];
  } catch (error) {
    if (errnoOf(error) !== 'ENOENT') log(`${fileOf(journal)}: not used`, error);
    return [];
  }
}

/** Whether a value is a list of drafts. */
export function areRecordedDrafts(value: unknown): value is readonly RecordedDraft[] {
  return areDrafts(value) && value.every(isDraft);
}

/** More texts than a person begins in any run: a list that is refused as a whole keeps none of them. */
const MOST = 2 ** 20;

/** Whether a value is a list that may hold drafts. */
export function areDrafts(value: unknown): value is readonly unknown[] {
  return Array.isArray(value) && value.length <= MOST;
}

/** The longest key, in UTF-16 units: it names at most a session, a thing of it and a person. */
const LONGEST = 1_000;

/** Whether a value names a draft. */
export function isDraft(value: unknown): value is RecordedDraft {
  if (typeof value !== 'object' || value === null) return false;
  const { key, typed } = value as Record<string, unknown>;
  return typeof key === 'string' && key.length <= LONGEST && Number.isSafeInteger(typed);
}

function fileOf(journal: string): string {
  return `${journal}.drafts`;
}
