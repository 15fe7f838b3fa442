import { notUtf8 } from '../../shared/file/form';
import { readJournalAsFile } from '../../shared/file/journal';
import { readFile, readFileByEntry, type GavelFile } from '../../shared/file/read';
import type { AnyEntry } from '../../shared/record/entry';
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

/** The same entry by entry; at last the session that the file is of, or why it is refused. */
export function* readGavelByEntry(name: string, bytes: Uint8Array): Generator<AnyEntry, Result<Id>> {
  const text = textOf(name, bytes);
  if (!text.ok) return text;
  if (!isJournal(name)) return yield* readFileByEntry(name, text.value, sha256Of);
  // its lines are in order of arrival, and have to be sorted first
  const file = readJournalAsFile(name, text.value);
  if (!file.ok) return file;
  yield* file.value.entries;
  return ok(file.value.session);
}

/** How many entries the bytes of a file hold, if they are what they seem. */
export function entriesIn(name: string, bytes: Uint8Array): number {
  let lines = 0;
  for (let at = bytes.indexOf(LF); at !== -1; at = bytes.indexOf(LF, at + 1)) lines += 1;
  return Math.max(0, lines - (isJournal(name) ? 1 : 2));
}

const LF = 0x0a;

function isJournal(name: string): boolean {
  return name.endsWith('.gavel-journal');
}

function textOf(name: string, bytes: Uint8Array): Result<string> {
  try {
    return ok(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes));
  } catch {
    return { ok: false, error: notUtf8(name) };
  }
}
