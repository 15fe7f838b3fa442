import { toInstant, type Id } from '../../shared/record/ids';
import { foldAll } from '../../shared/session/session';
import { traceForm } from '../../shared/summary/trace';
import { verifyMail } from '../../shared/summary/verify';
import { readArguments } from './arguments';
import { readBytes, readGavel } from './input';
import { done, misused, refused, type Outcome } from './outcome';
import { sha256, type Shell } from './shell';

export const usage = 'gavel trace MAIL FILE.gavel';

const PDF_TELLS_ITSELF = {
  message: 'A PDF has no lines to trace: its ids are named destinations, and `pdfinfo -dests` lists them.',
  found: 'a PDF',
  expected: 'a mail, or a summary as Markdown, HTML, CSV or JSON',
};

/**
 * For each line of a mail (or of any other form) its number, the ids of the entries behind it, and its text, apart by
 * tabs. A line of the program's own has `-` for ids, and one that Gavel did not write `?`.
 */
export async function trace(args: readonly string[], shell: Shell): Promise<Outcome> {
  const read = readArguments(args, {}, usage);
  if (!read.ok) return read.error;
  const [mailName, name, ...more] = read.value.positionals;
  if (mailName === undefined || name === undefined || more.length > 0) return misused('Which mail, which file?', usage);
  if (mailName === '-' && name === '-') return misused('Standard input can be read once.', usage);
  const bytes = await readBytes(shell, mailName);
  if (!bytes.ok) return refused(bytes.error);
  const file = await readGavel(shell, name);
  if (!file.ok) return refused(file.error);
  const mail = new TextDecoder().decode(bytes.value);
  if (mail.startsWith('%PDF-')) return refused({ file: mailName, ...PDF_TELLS_ITSELF });
  const verified = verifyMail(mail, file.value.entries, sha256);
  if (!verified.ok) return refused({ file: mailName, ...verified.error });

  const { inserted, since } = verified.value;
  const later = new Set([...inserted, ...since]);
  const session = foldAll(file.value.entries.filter((entry) => !later.has(entry)));
  const traced = traceForm(mail, session, toInstant(shell.now), sha256);
  return done(traced.map(({ text, from }, n) => `${String(n + 1)}\t${idsText(from)}\t${text}\n`).join(''));
}

function idsText(ids: readonly Id[] | undefined): string {
  if (ids === undefined) return '?';
  return ids.length === 0 ? '-' : ids.join(' ');
}
