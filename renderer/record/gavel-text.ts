import { notUtf8 } from '../../shared/file/form';
import { readJournalAsFile } from '../../shared/file/journal';
import { readFile, type GavelFile } from '../../shared/file/read';
import { sha256Of } from '../../shared/record/sha256';
import type { Result } from '../../shared/result';

/**
 * Reads the bytes of a `.gavel` file at once, through the one gate for foreign data. `name` is what messages call it; a
 * journal, which has no footer and keeps its lines in order of arrival, is told by its own.
 */
export function readGavelText(name: string, bytes: Uint8Array): Result<GavelFile> {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return { ok: false, error: notUtf8(name) };
  }
  return name.endsWith('.gavel-journal') ? readJournalAsFile(name, text) : readFile(name, text, sha256Of);
}
