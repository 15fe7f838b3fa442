import type { JournalReading } from '../../shared/ipc';
import type { Id } from '../../shared/record/ids';
import { refusalText, type Result } from '../../shared/result';
import { ask } from '../bridge/bridge';

/** UTF-16 units, about, of one message to the shell, which takes no more than 64 MiB at once. */
const MESSAGE = 16 * 1024 * 1024;

/**
 * Appends canonical lines to a session's journal; done when they are on the disk. With `mend`, lines that are no entries
 * are taken out before, and those that it names. Throws what the shell refuses.
 */
export async function appendToJournal(session: Id, lines: readonly string[], mend?: readonly string[]): Promise<void> {
  const parts = partsOf(lines);
  for (const [at, part] of (parts.length === 0 && mend !== undefined ? [[]] : parts).entries()) {
    const answer = await ask('journal-append', { session, lines: part, ...(at === 0 && mend && { mend }) });
    if (!answer.ok) throw new Error(refusalText(answer.error));
  }
}

/** Which journals there are and how many lines each holds. */
export async function listJournals(): Promise<Result<JournalReading>> {
  return ask('journal-read', {});
}

/** The lines of one session's journal, in order of arrival; the same line may stand there twice. */
export async function readJournal(session: Id): Promise<Result<JournalReading>> {
  return ask('journal-read', { session });
}

/** The newest snapshot of a session that is whole; without one, no lines. */
export async function readSnapshot(session: Id): Promise<Result<JournalReading>> {
  return ask('journal-read', { session, from: 'snapshot' });
}

function partsOf(lines: readonly string[]): readonly (readonly string[])[] {
  const parts: string[][] = [];
  let part: string[] = [];
  let size = 0;
  for (const line of lines) {
    if (size + line.length > MESSAGE && part.length > 0) {
      parts.push(part);
      part = [];
      size = 0;
    }
    part.push(line);
    size += line.length;
  }
  return part.length === 0 ? parts : [...parts, part];
}
