import type { JournalReading, RecordedDraft, Requests } from '../../shared/ipc';
import type { Id } from '../../shared/record/ids';
import { refusalText, type Result } from '../../shared/result';
import { ask } from '../bridge/bridge';

/** UTF-16 units, about, of one message to the shell: it reads every line, and hears no key meanwhile. */
const MESSAGE = 1024 * 1024;

/**
 * Appends canonical lines to a session's journal; done when they are on the disk. With `mend`, lines that are no entries
 * are taken out before, and those that it names. Throws what the shell refuses.
 */
export async function appendToJournal(session: Id, lines: readonly string[], mend?: readonly string[]): Promise<void> {
  if (mend === undefined) await journalWriter(session, lines)();
  else {
    const [first = [], ...parts] = partsOf(lines);
    await append({ session, lines: first, mend });
    await journalWriter(session, parts.flat())();
  }
}

/**
 * What appends lines to a session's journal when it is called. Called again after the shell refused or didn't answer, it
 * goes on with the part that was not taken: the shell knows lines that it gets twice only if they are the last ones.
 */
export function journalWriter(session: Id, lines: Iterable<string>): () => Promise<void> {
  const parts = partsOf(lines);
  let next = parts.next();
  return async () => {
    while (next.done !== true) {
      const sent = next;
      await append({ session, lines: sent.value });
      // a call that was given up may be answered yet
      if (next === sent) next = parts.next();
    }
  };
}

async function append(request: Requests['journal-append']['request']): Promise<void> {
  const answer = await ask('journal-append', request);
  if (!answer.ok) throw new Error(refusalText(answer.error));
}

/** Names the half-typed texts that lines of a session's journal came from, while the database doesn't take them. */
export async function noteDrafts(session: Id, drafts: readonly RecordedDraft[]): Promise<void> {
  await append({ session, lines: [], drafts });
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

function* partsOf(lines: Iterable<string>): Generator<readonly string[], void> {
  let part: string[] = [];
  let size = 0;
  for (const line of lines) {
    if (size + line.length > MESSAGE && part.length > 0) {
      yield part;
      part = [];
      size = 0;
    }
    part.push(line);
    size += line.length;
  }
  if (part.length > 0) yield part;
}
