import type { AnyEntry } from '../record/entry';
import type { Id } from '../record/ids';
import { ok, refuse, type Result } from '../result';
import { readHeader } from './form';
import { inRecordOrder } from './lines';
import { readEntry, type GavelFile } from './read';
import { sessionNamed } from './write';

/** What a journal holds. */
export interface Journal {
  /** the session it was kept for; absent where not even the header was written whole */
  readonly session?: Id;
  /** in order of arrival */
  readonly entries: readonly AnyEntry[];
  /** true where a torn last line was left out */
  readonly torn: boolean;
}

/**
 * Reads the text of a journal: a header, then lines in order of arrival, without a footer. A last line without its line
 * feed was never acknowledged and is left out; nothing else is forgiven.
 */
export function readJournal(name: string, text: string): Result<Journal> {
  const whole = text.slice(0, text.lastIndexOf('\n') + 1);
  const torn = whole.length < text.length;
  if (whole === '') return ok({ entries: [], torn });
  const [first = '', ...lines] = whole.slice(0, -1).split('\n');
  const session = readHeader(name, first);
  if (!session.ok) return session;
  const entries: AnyEntry[] = [];
  for (const [at, line] of lines.entries()) {
    const entry = readEntry(name, line, at + 2);
    if (!entry.ok) return entry;
    entries.push(entry.value);
  }
  return ok({ session: session.value, entries, torn });
}

/** The text of a journal as what a file of the same lines would hold: sorted, each line once. */
export function readJournalAsFile(name: string, text: string): Result<GavelFile> {
  const journal = readJournal(name, text);
  if (!journal.ok) return journal;
  const entries = inRecordOrder(journal.value.entries).map(({ entry }) => entry);
  const session = sessionNamed(entries);
  if (session !== undefined) return ok({ session, entries });
  return refuse('No entry opens a session here.', { file: name, expected: 'a session-opened entry' });
}
