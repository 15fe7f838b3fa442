import { notUtf8 } from '../../shared/file/form';
import { readJournalAsFile } from '../../shared/file/journal';
import { readFile, readFileByEntry, type GavelFile } from '../../shared/file/read';
import type { Line } from '../../shared/file/lines';
import { lineOf } from '../../shared/record/canon';
import type { Id } from '../../shared/record/ids';
import { sha256Of } from '../../shared/record/sha256';
import { ok, type Result } from '../../shared/result';

/**
 * Reads the bytes of a `.gavel` file at once, through the one gate for foreign data. `name` is what messages call it; a
 * journal, which has no footer and keeps its lines in order of arrival, is told by its own.
 */
export function readGavelText(name: string, bytes: Uint8Array): Result<GavelFile> {
  const text = textOf(name, bytes);
  if (!text.ok) return text;
  return isJournal(name) ? readJournalAsFile(name, text.value) : readFile(name, text.value, sha256Of);
}

/** The same of its text, entry by entry; at last the session that the file is of, or why it is refused. */
export function* readGavelByEntry(name: string, text: string): Generator<Line, Result<Id>> {
  if (!isJournal(name)) return yield* readFileByEntry(name, text, sha256Of);
  // its lines are in order of arrival, and have to be sorted first
  const file = readJournalAsFile(name, text);
  if (!file.ok) return file;
  for (const entry of file.value.entries) yield { entry, line: lineOf(entry) };
  return ok(file.value.session);
}

/** How many entries the text of a file holds, if it is what it seems. */
export function entriesIn(name: string, text: string): number {
  let lines = 0;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) lines += 1;
  return Math.max(0, lines - (isJournal(name) ? 1 : 2));
}

function isJournal(name: string): boolean {
  return name.endsWith('.gavel-journal');
}

/** The text of a file's bytes, which must be UTF-8. */
export function textOf(name: string, bytes: Uint8Array): Result<string> {
  try {
    return ok(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes));
  } catch {
    return { ok: false, error: notUtf8(name) };
  }
}
